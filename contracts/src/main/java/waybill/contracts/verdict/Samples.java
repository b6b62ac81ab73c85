package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Documents made from a schema. */
public final class Samples {
  private Samples() {}

  /** Different documents that are valid under the schema, plain ones first; at most so many. */
  public static List<JsonNode> valid(JsonNode schema, int most) {
    return List.of();
  }
}
