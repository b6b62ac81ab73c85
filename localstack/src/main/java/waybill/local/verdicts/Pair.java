package waybill.local.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/**
 * Two schemas to judge.
 *
 * @param compatible what is known of them; null if nothing is
 */
record Pair(JsonNode id, JsonNode oldSchema, JsonNode newSchema, @Nullable Boolean compatible) {

  static Pair read(byte[] line) throws BadLine {
    var document = parsed(line);
    if (!document.isObject()) throw new BadLine(null, "is not an object");
    for (var field : List.of("id", "old", "new"))
      if (!document.has(field)) throw new BadLine(document.get("id"), "has no \"" + field + "\"");
    return new Pair(
        document.path("id"), document.path("old"), document.path("new"), label(document));
  }

  private static JsonNode parsed(byte[] line) throws BadLine {
    if (line.length > Lines.LINE_BYTES_MAX)
      throw new BadLine(null, "is longer than " + (Lines.LINE_BYTES_MAX >> 20) + " MiB");
    try {
      return Json.parse(line);
    } catch (Malformed e) {
      // Its lines are counted within this one.
      throw new BadLine(null, String.valueOf(e.getMessage()).replace(" at line 1,", " at"));
    }
  }

  private static @Nullable Boolean label(JsonNode document) throws BadLine {
    var label = document.get("compatible");
    if (label == null) return null;
    if (!label.isBoolean()) throw new BadLine(document.get("id"), "is labelled by no boolean");
    return label.booleanValue();
  }
}
