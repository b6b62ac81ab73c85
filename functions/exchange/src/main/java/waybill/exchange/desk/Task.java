package waybill.exchange.desk;

import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.job.Job;

/**
 * What somebody ordered: about one message, or about all of a group.
 *
 * @param subscription its id: whoever joins again under its name is another one
 */
record Task(
    String subscription,
    Order order,
    @Nullable String group,
    @Nullable String messageId,
    String reason,
    String by) {
  static final String KIND = "desk";

  static Task of(Job job) {
    return Json.bind(job.order(), Task.class);
  }
}
