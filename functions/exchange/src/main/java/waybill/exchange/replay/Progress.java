package waybill.exchange.replay;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.exchange.job.Job;

/**
 * Where a replay is.
 *
 * @param contract the number of the contract that is looked through
 * @param cursor how far; null from its newest message on
 * @param sends whether all keys are found
 * @param behind the key that was served last; null to begin with the first
 * @param moved whether this round has brought anything forward
 */
record Progress(
    int contract, @Nullable String cursor, boolean sends, @Nullable String behind, boolean moved) {

  static Progress of(Job job) {
    JsonNode place = job.place();
    return place == null ? finding(0, null) : Json.bind(place, Progress.class);
  }

  static Progress finding(int contract, @Nullable String cursor) {
    return new Progress(contract, cursor, false, null, false);
  }

  static Progress round() {
    return new Progress(0, null, true, null, false);
  }

  Progress served(String last, boolean more) {
    return new Progress(contract, cursor, true, last, moved || more);
  }

  JsonNode toJson() {
    return Json.tree(this);
  }
}
