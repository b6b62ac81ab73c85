package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import waybill.contracts.Json;
import waybill.contracts.RunawayExpressions;
import waybill.contracts.SchemaCheck;
import waybill.contracts.TooCostly;
import waybill.contracts.Violation;
import waybill.contracts.logic.Survey;

/**
 * What a schema may be before the catalog takes it: JSON Schema 2020-12, bounded in size, depth and
 * cost, without remote references and without expressions that a text could make run away.
 */
public final class Profile {
  public static final int VALUES_MAX = 10_000;
  public static final int DEPTH_MAX = 50;
  public static final int REFERENCES_MAX = 1_000;

  public static final int DECIMALS_MAX = 50;

  /** How many schemas one and the same value may be checked against. */
  public static final int WEIGHT_MAX = 2_000;

  private static final int TROUBLES_MAX = 50;
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private Profile() {}

  /** Everything that keeps the document from being a schema of the profile; pointers into it. */
  public static List<Violation> violations(JsonNode schema) {
    List<Violation> limits = limits(schema);
    if (!limits.isEmpty()) return limits;
    List<Violation> shape = new ArrayList<>(shape(schema));
    if (!schema.path("$schema").asText(DIALECT).equals(DIALECT))
      shape.add(new Violation("/$schema", "$schema", "must be " + DIALECT));
    if (!shape.isEmpty()) return shape;
    List<Violation> troubles = troubles(schema);
    if (!troubles.isEmpty()) return troubles;
    List<Violation> runaway = RunawayExpressions.in(schema);
    return runaway.isEmpty() ? uncheckable(schema) : runaway;
  }

  private static List<Violation> shape(JsonNode schema) {
    try {
      return Dialect.CHECK.violations(schema);
    } catch (TooCostly e) {
      return List.of(new Violation("", "size", "has too many schemas inside"));
    }
  }

  private static List<Violation> limits(JsonNode schema) {
    if (!schema.isObject() && !schema.isBoolean())
      return List.of(new Violation("", "type", "must be a schema: an object or a boolean"));
    Size size = new Size();
    size.add(schema, "", 0);
    return size.troubles;
  }

  private static final class Size {
    final List<Violation> troubles = new ArrayList<>();
    private int values;

    void add(JsonNode node, String pointer, int depth) {
      if (!troubles.isEmpty()) return;
      if (++values > VALUES_MAX)
        troubles.add(new Violation("", "size", "at most " + VALUES_MAX + " values"));
      else if (depth > DEPTH_MAX)
        troubles.add(new Violation("", "depth", "nested at most " + DEPTH_MAX + " deep"));
      else if (node.isNumber() && Double.isInfinite(node.decimalValue().doubleValue()))
        troubles.add(new Violation(pointer, "number", "must fit into a double"));
      else if (node.isNumber() && node.decimalValue().scale() > DECIMALS_MAX)
        troubles.add(new Violation(pointer, "number", "at most " + DECIMALS_MAX + " decimals"));
      else inside(node, pointer, depth);
    }

    private void inside(JsonNode node, String pointer, int depth) {
      node.properties()
          .forEach(
              member -> {
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                add(member.getValue(), pointer + "/" + name, depth + 1);
              });
      if (node.isArray())
        for (int i = 0; i < node.size(); i++) add(node.get(i), pointer + "/" + i, depth + 1);
    }
  }

  private static List<Violation> troubles(JsonNode schema) {
    Survey survey = Survey.of(schema);
    if (survey.references() > REFERENCES_MAX)
      return List.of(new Violation("", "$ref", "at most " + REFERENCES_MAX + " references"));
    if (survey.weight() > WEIGHT_MAX)
      return List.of(
          new Violation(
              "", "$ref", "checks one value against more than " + WEIGHT_MAX + " schemas"));
    return survey.troubles().stream()
        .limit(TROUBLES_MAX)
        .map(trouble -> new Violation(trouble.pointer(), trouble.keyword(), trouble.why()))
        .toList();
  }

  private static List<Violation> uncheckable(JsonNode schema) {
    try {
      SchemaCheck.of(schema).accepts(Json.object());
      return List.of();
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(new Violation("", "schema", "cannot be checked with"));
    }
  }

  /** The dialect's own description of itself, compiled when it is first needed. */
  private static final class Dialect {
    static final SchemaCheck CHECK = SchemaCheck.of(Json.object().put("$ref", DIALECT));
  }
}
