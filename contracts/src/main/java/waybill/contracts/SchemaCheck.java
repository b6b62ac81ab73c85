package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** One schema under the validator that runs at the edge. */
public final class SchemaCheck {
  private static final int STEPS_MAX = 20_000;

  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /**
   * @throws IllegalArgumentException if the validator does not take it for a schema
   */
  public static SchemaCheck of(JsonNode schema) {
    try {
      return new SchemaCheck(Schemas.alone(schema));
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "no schema that can be checked with: " + e.getMessage(), e);
    }
  }

  public boolean accepts(JsonNode document) {
    return errors(document).isEmpty();
  }

  public List<Violation> violations(JsonNode document) {
    return Violations.of(errors(document));
  }

  /** For each thing that is wrong the keywords, names and indexes that lead to its rule. */
  public List<List<String>> brokenRules(JsonNode document) {
    return errors(document).stream().map(SchemaCheck::rule).toList();
  }

  /**
   * @throws TooCostly if it is
   */
  private List<Error> errors(JsonNode document) {
    return schema.validate(
        document,
        (ExecutionContext execution) -> CountedReference.limit(execution, document, STEPS_MAX));
  }

  private static List<String> rule(Error error) {
    NodePath path = error.getEvaluationPath();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) tokens.add(path.getName(i));
    return tokens;
  }
}
