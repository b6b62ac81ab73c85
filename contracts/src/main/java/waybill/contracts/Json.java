package waybill.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Strict JSON, and how Java records are written in it, for everything that Waybill reads or writes.
 * Records become snake_case objects, enums lower case, instants UTC with milliseconds; what is null
 * is left out.
 */
public final class Json {
  /** Deeper arrays and objects are refused. */
  public static final int DEPTH_MAX = 100;

  /** Numbers of more digits are refused, and exponents of more than three. */
  public static final int NUMBER_DIGITS_MAX = 100;

  /** Longer strings, in characters, are refused. */
  public static final int STRING_CHARS_MAX = 1 << 20;

  private static final ObjectMapper MAPPER = JsonMapping.mapper();

  private Json() {}

  /** One JSON document in UTF-8, without a byte order mark. */
  public static JsonNode parse(byte[] utf8) {
    return parse(JsonText.decode(utf8));
  }

  /** One JSON document and nothing else. */
  public static JsonNode parse(String text) {
    return JsonText.parse(MAPPER, text);
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + named(value), e);
    }
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + named(value), e);
    }
  }

  /**
   * The document as a record. Only binds: whether it keeps its contract is for the schema to say.
   */
  public static <T> T bind(JsonNode document, Class<T> type) {
    T bound;
    try {
      bound = MAPPER.treeToValue(document, type);
    } catch (JsonProcessingException e) {
      // Without its cause: Jackson quotes the value, which may be confidential.
      throw new IllegalArgumentException("does not fit " + type.getSimpleName());
    }
    if (bound == null) {
      throw new IllegalArgumentException("null does not fit " + type.getSimpleName());
    }
    return bound;
  }

  /** A record as the tree that {@link #parse(String)} would read from what is written of it. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectMapper mapper() {
    return MAPPER;
  }

  private static String named(Object value) {
    return value.getClass().getSimpleName();
  }
}
