package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import waybill.local.function.Outcome;
import waybill.local.function.Outcome.Answered;

/** Which items of a batch failed, by Lambda's rules for ReportBatchItemFailures. */
record BatchVerdict(boolean allFailed, Set<String> failed) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BatchVerdict ALL_DONE = new BatchVerdict(false, Set.of());
  private static final BatchVerdict ALL_FAILED = new BatchVerdict(true, Set.of());

  static BatchVerdict of(Outcome outcome, boolean reports, Collection<String> ids) {
    if (!(outcome instanceof Answered answered)) return ALL_FAILED;
    return reports ? reported(answered.body(), ids) : ALL_DONE;
  }

  boolean hasFailed(String id) {
    return allFailed || failed.contains(id);
  }

  boolean allDone() {
    return !allFailed && failed.isEmpty();
  }

  private static BatchVerdict reported(byte[] body, Collection<String> ids) {
    JsonNode failures;
    try {
      failures = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
    } catch (IOException e) {
      return ALL_FAILED;
    }
    if (!failures.isObject() && !failures.isNull()) return ALL_FAILED;
    failures = failures.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) return ALL_DONE;
    return failures.isArray() ? named(failures, ids) : ALL_FAILED;
  }

  private static BatchVerdict named(JsonNode failures, Collection<String> ids) {
    var failed = new HashSet<String>();
    for (var failure : failures) {
      var id = failure.path("itemIdentifier");
      if (!id.isTextual() || !ids.contains(id.asText())) return ALL_FAILED;
      failed.add(id.asText());
    }
    return new BatchVerdict(false, failed);
  }
}
