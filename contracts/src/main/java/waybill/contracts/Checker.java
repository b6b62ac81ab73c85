package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Checks documents against a schema that is in no catalog, as a catalog would. */
public final class Checker {
  private final Schema schema;

  private Checker(Schema schema) {
    this.schema = schema;
  }

  /**
   * @param whole a schema that needs nothing but itself ({@link Bundle})
   * @return empty if the validator can't work with it
   */
  public static Optional<Checker> of(JsonNode whole) {
    try {
      Checker checker = new Checker(Schemas.alone(whole));
      checker.check(Json.object());
      return Optional.of(checker);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  public List<Violation> check(JsonNode document) {
    return Violations.of(schema.validate(document), document);
  }
}
