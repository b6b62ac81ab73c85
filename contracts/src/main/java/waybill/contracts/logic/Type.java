package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;

/** The six types of JSON values. */
public enum Type {
  STRING,
  OBJECT,
  NUMBER,
  BOOLEAN,
  ARRAY,
  NULL;

  public static Type of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case OBJECT -> OBJECT;
      case NUMBER -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case ARRAY -> ARRAY;
      default -> NULL;
    };
  }
}
