package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;

/** What a saga knows of itself, and what is promised of it to those who take it. */
enum Itself {
  ID("^[A-Za-z0-9._-]{1,64}$", 64),
  KEY("^[A-Za-z0-9._-]{1,64}$", 64),
  REASON(null, SagaLimits.REASON_CHARS_MAX),
  STEP("^[a-z][a-z0-9-]{0,30}$", 31);

  private final @Nullable String pattern;
  private final int longest;

  Itself(@Nullable String pattern, int longest) {
    this.pattern = pattern;
    this.longest = longest;
  }

  JsonNode schema() {
    var text = Json.object().put("type", "string").put("minLength", 1).put("maxLength", longest);
    return pattern == null ? text : text.put("pattern", pattern);
  }

  static Optional<Itself> named(String name) {
    return Stream.of(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
