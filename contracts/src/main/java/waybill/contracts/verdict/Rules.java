package waybill.contracts.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rule of a schema that a validator's path of keywords leads to. */
final class Rules {
  /** Behind these one of several rules would have been enough: no single one is to blame. */
  private static final Set<String> JUDGE_THE_WHOLE =
      Set.of("anyOf", "oneOf", "not", "contains", "propertyNames", "dependentSchemas", "if");

  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "$defs", "definitions");
  private static final Set<String> LISTED = Set.of("allOf", "prefixItems");
  private static final Set<String> SINGLE =
      Set.of(
          "items",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "then",
          "else");

  private Rules() {}

  /**
   * @param pointer null if the rule is in another document
   */
  record Rule(String keyword, @Nullable String pointer) {}

  static Rule at(JsonNode schema, List<String> path) {
    JsonPointer at = JsonPointer.empty();
    for (int i = 0; i < path.size(); i++) {
      String keyword = path.get(i);
      JsonPointer rule = at.appendProperty(keyword);
      boolean isLast = i == path.size() - 1;
      if (isLast || JUDGE_THE_WHOLE.contains(keyword)) return rule(schema, keyword, rule);
      if (keyword.equals("$ref")) {
        JsonPointer target = target(schema.at(rule).asText());
        if (target == null) return new Rule(path.get(path.size() - 1), null);
        at = target;
      } else if (NAMED.contains(keyword)) at = rule.appendProperty(path.get(++i));
      else if (LISTED.contains(keyword)) at = rule.appendIndex(Integer.parseInt(path.get(++i)));
      else if (SINGLE.contains(keyword)) at = rule;
      else return rule(schema, keyword, rule);
    }
    return new Rule("false", at.toString());
  }

  private static Rule rule(JsonNode schema, String keyword, JsonPointer rule) {
    // A schema that is just `false` is a rule without a keyword.
    boolean isThere = !schema.at(rule).isMissingNode();
    JsonPointer pointer = isThere ? rule : rule.head();
    return new Rule(keyword, pointer == null ? "" : pointer.toString());
  }

  private static @Nullable JsonPointer target(String reference) {
    if (reference.equals("#")) return JsonPointer.empty();
    if (!reference.startsWith("#/")) return null;
    try {
      return JsonPointer.compile(reference.substring(1));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Where the rule, or else the schema that it belongs to, is in another version. */
  static @Nullable String counterpart(JsonNode schema, @Nullable String pointer) {
    if (pointer == null) return null;
    JsonPointer rule = JsonPointer.compile(pointer);
    if (!schema.at(rule).isMissingNode()) return pointer;
    JsonPointer owner = rule.head();
    return owner == null || schema.at(owner).isMissingNode() ? null : owner.toString();
  }

  /** The schema without one rule; null if that cannot be. */
  static @Nullable JsonNode without(JsonNode schema, @Nullable String pointer) {
    if (pointer == null || pointer.isEmpty()) return null;
    JsonNode copy = schema.deepCopy();
    JsonPointer rule = JsonPointer.compile(pointer);
    JsonNode owner = copy.at(rule.head());
    if (!(owner instanceof ObjectNode object)) return null;
    object.remove(rule.last().getMatchingProperty());
    return copy;
  }
}
