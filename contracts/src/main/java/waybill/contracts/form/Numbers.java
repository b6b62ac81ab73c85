package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;

/**
 * The field numbers of a version: for each message, by its path, those of its fields, by name and
 * type. What an earlier version had stays, so no number is ever given twice; a field that comes
 * back as what it was has its number again, and one that comes back as something else a new one.
 */
public final class Numbers {
  /** They travel beside the schema in one message. */
  public static final int BYTES_MAX = 12 * 1024;

  static final Numbers NONE = new Numbers(Map.of());

  private static final int TAKEN_FROM = 19_000;
  private static final int TAKEN_TO = 19_999;

  private final Map<String, Map<String, Integer>> byMessage;

  private Numbers(Map<String, Map<String, Integer>> byMessage) {
    this.byMessage = byMessage;
  }

  /**
   * Those of a version, as they are kept with it; empty if there are none to give.
   *
   * @param before of the version before; null if it is the first that has any
   * @param schema of the new version, needing nothing but itself
   */
  public static Optional<JsonNode> next(@Nullable JsonNode before, JsonNode schema) {
    try {
      Numbers next = Message.numbered(before == null ? NONE : read(before), Shapes.of(schema));
      return Optional.of(next.written()).filter(one -> Json.bytes(one).length <= BYTES_MAX);
    } catch (NoMapping e) {
      return Optional.empty();
    }
  }

  static Numbers read(JsonNode written) {
    Map<String, Map<String, Integer>> byMessage = new LinkedHashMap<>();
    written
        .properties()
        .forEach(
            message -> {
              Map<String, Integer> fields = new LinkedHashMap<>();
              message
                  .getValue()
                  .properties()
                  .forEach(field -> fields.put(field.getKey(), field.getValue().intValue()));
              byMessage.put(message.getKey(), fields);
            });
    return new Numbers(byMessage);
  }

  JsonNode written() {
    ObjectNode written = Json.object();
    new TreeMap<>(byMessage)
        .forEach(
            (message, fields) -> {
              ObjectNode under = written.putObject(message);
              fields.entrySet().stream()
                  .sorted(Map.Entry.comparingByValue())
                  .forEach(field -> under.put(field.getKey(), field.getValue()));
            });
    return written;
  }

  OptionalInt of(String message, String field) {
    Integer number = in(message).get(field);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Of one message, by name and type. */
  Map<String, Integer> in(String message) {
    return byMessage.getOrDefault(message, Map.of());
  }

  Numbers with(String message, String field) {
    if (of(message, field).isPresent()) return this;
    Map<String, Map<String, Integer>> more = new LinkedHashMap<>(byMessage);
    Map<String, Integer> fields = new LinkedHashMap<>(in(message));
    fields.put(field, free(fields));
    more.put(message, fields);
    return new Numbers(more);
  }

  private static int free(Map<String, Integer> fields) {
    int next = fields.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    return next >= TAKEN_FROM && next <= TAKEN_TO ? TAKEN_TO + 1 : next;
  }
}
