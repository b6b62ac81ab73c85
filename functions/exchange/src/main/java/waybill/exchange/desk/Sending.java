package waybill.exchange.desk;

import waybill.contracts.exchange.DeskOrder;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.subscribe.Subscription;

/** How what was ordered leaves. */
public interface Sending {

  /**
   * Behind what stands in the member's queue about the key.
   *
   * @param id the same for the same order: a queue that remembers it takes it once
   */
  void order(Subscription member, String id, DeskOrder order);

  /**
   * @param round sets it apart from copies that a queue may still remember
   */
  void delivery(Subscription to, Entry entry, Delivery delivery, String round);

  /** A lane of a webhook may go on. */
  void call(Subscription webhook, String source, String key);

  /** What was said so far goes out. */
  void flush();
}
