package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document written in one way only: properties by name, numbers by value, nothing between them.
 * So two documents that say the same have the same hash, however they were written.
 */
public final class Canonical {
  private Canonical() {}

  public static String text(JsonNode document) {
    return Json.write(sorted(document));
  }

  /** SHA-256 of the canonical text, in hex. */
  public static String hash(JsonNode document) {
    try {
      byte[] text = text(document).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) return object(node);
    if (node.isArray()) return array(node);
    return node.isNumber() ? number(node.decimalValue()) : node;
  }

  private static ObjectNode object(JsonNode node) {
    Map<String, JsonNode> byName = new TreeMap<>();
    node.properties().forEach(field -> byName.put(field.getKey(), sorted(field.getValue())));
    ObjectNode object = Json.object();
    byName.forEach(object::set);
    return object;
  }

  private static ArrayNode array(JsonNode node) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    node.forEach(item -> array.add(sorted(item)));
    return array;
  }

  /** 1, 1.0 and 1e0 are one number. */
  private static JsonNode number(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return JsonNodeFactory.instance.numberNode(stripped);
  }
}
