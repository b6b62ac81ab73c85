package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Short words for the common keywords; the validator's own for the rest. */
final class Wording {
  private Wording() {}

  static String of(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" -> "is required";
      case "additionalProperties", "unevaluatedProperties" -> "is not part of the contract";
      case "type" -> "must be " + types(rule);
      case "enum" -> "one of " + values(rule);
      case "const" -> "must be " + value(rule);
      case "pattern" -> "must match " + value(rule);
      case "minimum" -> "at least " + value(rule);
      case "maximum" -> "at most " + value(rule);
      case "exclusiveMinimum" -> "more than " + value(rule);
      case "exclusiveMaximum" -> "less than " + value(rule);
      case "multipleOf" -> "a multiple of " + value(rule);
      case "minLength" -> "at least " + counted(rule, "character");
      case "maxLength" -> "at most " + counted(rule, "character");
      case "minItems" -> "at least " + counted(rule, "item");
      case "maxItems" -> "at most " + counted(rule, "item");
      case "minProperties" -> "at least " + counted(rule, "property");
      case "maxProperties" -> "at most " + counted(rule, "property");
      case "uniqueItems" -> "must not repeat an item";
      case "propertyNames" -> "is not a name that the contract allows";
      case "false" -> "must not be here";
      default -> String.valueOf(error.getMessage());
    };
  }

  private static String types(JsonNode rule) {
    return rule.isArray() ? joined(rule, " or ") : withArticle(rule.asText());
  }

  private static String withArticle(String type) {
    return switch (type) {
      case "null" -> "null";
      case "array", "integer", "object" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String values(JsonNode rule) {
    return StreamSupport.stream(rule.spliterator(), false)
        .map(Wording::value)
        .collect(Collectors.joining(", "));
  }

  private static String joined(JsonNode types, String separator) {
    return StreamSupport.stream(types.spliterator(), false)
        .map(type -> withArticle(type.asText()))
        .collect(Collectors.joining(separator));
  }

  private static String value(JsonNode rule) {
    return rule.isTextual() ? rule.textValue() : Json.write(rule);
  }

  private static String counted(JsonNode rule, String noun) {
    String plural = noun.equals("property") ? "properties" : noun + "s";
    return value(rule) + " " + (rule.asInt() == 1 ? noun : plural);
  }
}
