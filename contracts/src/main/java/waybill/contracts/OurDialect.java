package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import waybill.contracts.logic.Values;

/** JSON Schema 2020-12 to the letter, where the validator is not; RATIONALE.md lists where. */
final class OurDialect {
  static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .keywords(
              List.of(
                  new ExactKeyword("const", OurDialect::isConst),
                  new ExactKeyword("enum", OurDialect::isOneOf),
                  new ExactKeyword("uniqueItems", OurDialect::isUnique),
                  new CountedReference("$ref"),
                  new CountedReference("$dynamicRef"),
                  // The validator of `contains` reads them; by themselves they say nothing.
                  new AnnotationKeyword("minContains"),
                  new AnnotationKeyword("maxContains"),
                  // Of older drafts, or of none.
                  new AnnotationKeyword("id"),
                  new AnnotationKeyword("dependencies"),
                  new AnnotationKeyword("notAllowed")))
          .build();

  private OurDialect() {}

  private static Predicate<JsonNode> isConst(JsonNode schema) {
    if (schema.isTextual()) return schema::equals;
    JsonNode only = Values.normal(schema);
    return value -> only.equals(Values.normal(value));
  }

  private static Predicate<JsonNode> isOneOf(JsonNode schema) {
    Set<JsonNode> all = new HashSet<>();
    schema.forEach(value -> all.add(Values.normal(value)));
    return value -> all.contains(value.isTextual() ? value : Values.normal(value));
  }

  private static Predicate<JsonNode> isUnique(JsonNode schema) {
    return value -> !schema.asBoolean() || !value.isArray() || areUnique(value);
  }

  private static boolean areUnique(JsonNode array) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : array) if (!seen.add(Values.normal(item))) return false;
    return true;
  }
}
