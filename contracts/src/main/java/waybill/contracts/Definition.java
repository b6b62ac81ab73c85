package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code contract.json} says about a contract, whatever its version. */
public record Definition(
    String name,
    Kind kind,
    String owner,
    String summary,
    @Nullable String key,
    Compatibility compatibility,
    Duration retention,
    List<String> confidential,
    List<String> senders,
    List<String> readers) {

  /** The file itself, in which most fields may be left out. */
  private record Written(
      Kind kind,
      String owner,
      String summary,
      @Nullable String key,
      @Nullable String compatibility,
      @Nullable String retention,
      @Nullable List<String> confidential,
      @Nullable List<String> senders,
      @Nullable List<String> readers) {}

  static Definition read(String name, JsonNode document) {
    Written written = Json.bind(document, Written.class);
    if (Stream.of(written.kind, written.owner, written.summary).anyMatch(Objects::isNull))
      throw new IllegalArgumentException("needs kind, owner and summary");
    return new Definition(
        name,
        written.kind,
        written.owner,
        written.summary,
        written.key,
        Compatibility.valueOf(orElse(written.compatibility, "BACKWARD_TRANSITIVE")),
        Duration.parse(orElse(written.retention, "P30D")),
        List.copyOf(orElse(written.confidential, List.of())),
        List.copyOf(orElse(written.senders, senders(written))),
        List.copyOf(orElse(written.readers, readers(written))));
  }

  /** What an owner says is the owner's alone to say; commands come from sagas unless it is said. */
  private static List<String> senders(Written written) {
    return switch (written.kind) {
      case EVENT, REPLY, RESPONSE -> List.of(written.owner);
      case COMMAND -> List.of("sagas");
      case REQUEST, CONTROL, TYPE -> List.of();
    };
  }

  /** What answers a command is for whoever sends it. */
  private static List<String> readers(Written written) {
    return written.kind == Kind.REPLY ? List.of("sagas") : List.of();
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
