package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.DynamicRefValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;

/**
 * References that are followed so often and so deep, and no more. Without an end to it a schema of
 * a few lines, that refers to itself twice, keeps a validator busy for ever.
 */
final class CountedReference extends AbstractKeyword {
  private static final int STEPS_MAX = 1_000_000;
  private static final int STEPS_MIN = 1_000;
  private static final int STEPS_PER_VALUE = 200;

  /** Who asks what was not evaluated goes through all that was, each time. */
  private static final int STEPS_WITH_UNEVALUATED = 10;

  private static final int NESTED_MAX = 600;

  CountedReference(String name) {
    super(name);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
    return getValue().equals("$ref")
        ? new Plain(location, schema, parent, context)
        : new Dynamic(location, schema, parent, context);
  }

  /** So many steps as the document is large. */
  static void limit(ExecutionContext execution, JsonNode document, int stepsMax) {
    long steps = STEPS_MIN + (long) STEPS_PER_VALUE * values(document);
    execution
        .getCollectorContext()
        .put(CountedReference.class, new int[] {(int) Math.min(steps, stepsMax)});
  }

  static void limit(ExecutionContext execution, JsonNode document) {
    limit(execution, document, STEPS_MAX);
  }

  private static long values(JsonNode node) {
    long values = 1;
    for (JsonNode inner : node) values += inner.isValueNode() ? 1 : values(inner);
    return values;
  }

  private static void count(ExecutionContext execution) {
    int[] left =
        execution
            .getCollectorContext()
            .computeIfAbsent(CountedReference.class, key -> new int[] {STEPS_MAX});
    boolean looksBack =
        execution.isUnevaluatedPropertiesPresent() || execution.isUnevaluatedItemsPresent();
    left[0] -= looksBack ? STEPS_WITH_UNEVALUATED : 1;
    if (left[0] < 0 || execution.getEvaluationSchema().size() > NESTED_MAX) throw new TooCostly();
  }

  private static final class Plain extends RefValidator {
    Plain(SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
      super(location, schema, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
      count(execution);
      super.validate(execution, node, root, instance);
    }
  }

  private static final class Dynamic extends DynamicRefValidator {
    Dynamic(SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
      super(location, schema, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
      count(execution);
      super.validate(execution, node, root, instance);
    }
  }
}
