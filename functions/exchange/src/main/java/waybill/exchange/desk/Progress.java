package waybill.exchange.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.exchange.job.Job;

/**
 * How far an order is. Messages are chosen in one turn and ordered in the next: so a turn that is
 * repeated is about the same ones.
 *
 * @param chosen to be ordered next
 * @param cursor behind those; null at the beginning, and at the end
 * @param last nothing is behind those
 * @param ordered about how many messages something was ordered
 * @param passed how many were no longer what they were when they were chosen
 */
record Progress(
    List<String> chosen, @Nullable String cursor, boolean last, long ordered, long passed) {

  static Progress of(Job job) {
    if (job.place() != null) return Json.bind(job.place(), Progress.class);
    String one = Task.of(job).messageId();
    return one == null
        ? new Progress(List.of(), null, false, 0, 0)
        : new Progress(List.of(one), null, true, 0, 0);
  }

  Progress chose(List<String> next, @Nullable String behind) {
    return new Progress(next, behind, behind == null, ordered, passed);
  }

  Progress done(long nowOrdered, long nowPassed) {
    return new Progress(List.of(), cursor, last, ordered + nowOrdered, passed + nowPassed);
  }

  JsonNode toJson() {
    return Json.tree(this);
  }
}
