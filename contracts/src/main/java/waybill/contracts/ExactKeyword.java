package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Function;
import java.util.function.Predicate;

/** A keyword that compares values as JSON Schema does, wherever in a value a number stands. */
final class ExactKeyword extends AbstractKeyword {
  private final Function<JsonNode, Predicate<JsonNode>> meaning;

  /**
   * @param meaning from what stands in the schema to what it asks of a value
   */
  ExactKeyword(String name, Function<JsonNode, Predicate<JsonNode>> meaning) {
    super(name);
    this.meaning = meaning;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schema, Schema parent, SchemaContext context) {
    Predicate<JsonNode> holds = meaning.apply(schema);
    return new BaseKeywordValidator(this, schema, location, parent, context) {
      @Override
      public void validate(
          ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
        if (holds.test(node)) return;
        execution.addError(
            error()
                .instanceNode(node)
                .instanceLocation(instance)
                .evaluationPath(execution.getEvaluationPath())
                .locale(execution.getExecutionConfig().getLocale())
                .arguments("", "")
                .build());
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactKeyword exact && exact.getValue().equals(getValue());
  }

  @Override
  public int hashCode() {
    return getValue().hashCode();
  }
}
