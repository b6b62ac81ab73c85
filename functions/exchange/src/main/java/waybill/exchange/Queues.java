package waybill.exchange;

import java.util.Optional;
import java.util.Set;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.outbox.Queue;

/** Where things are sent to. */
interface Queues {

  /** The services that have an {@code in} queue. */
  Set<String> members();

  Optional<Queue> member(String service);

  /** The queue of a subscription by queue. */
  Queue of(Subscription subscription);

  /** Has a webhook's lane looked at; if that fails, the lane is due anyway. */
  void call(Subscription webhook, String source, String key);
}
