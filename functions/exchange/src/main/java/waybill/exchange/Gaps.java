package waybill.exchange;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscriptions;

/**
 * Answers an inbox that misses something: with the message itself and what is missing before it, or
 * that it is no longer here.
 */
final class Gaps {
  /**
   * Of a longer row the inbox asks again: what was lost does not flood the queue it was lost in.
   */
  static final int AT_ONCE = 20;

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Clock clock;

  Gaps(Ledger ledger, Subscriptions subscriptions, Deliveries deliveries, Clock clock) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  void take(String subscriber, Gap gap, Outgoing outgoing) {
    MessageId missing = new MessageId(gap.source(), gap.key(), gap.missing());
    Deque<Missed> chain = chain(subscriber, missing, gap.watermark());
    if (chain.isEmpty())
      outgoing.expired(subscriber, new Expired(gap.source(), gap.key(), gap.missing()));
    for (Missed one : chain) again(subscriber, one, outgoing);
  }

  private record Missed(MessageId id, Entry entry) {}

  /** From what is missing back to what the inbox has, the oldest first. */
  private Deque<Missed> chain(String subscriber, MessageId missing, long watermark) {
    Deque<Missed> chain = new ArrayDeque<>();
    long sequence = missing.sequence();
    while (sequence > watermark && chain.size() < AT_ONCE) {
      MessageId id = new MessageId(missing.source(), missing.key(), sequence);
      Entry entry = ledger.entry(id).value();
      Long after = entry == null ? null : entry.subscribers().get(subscriber);
      if (entry == null || after == null) break;
      chain.addFirst(new Missed(id, entry));
      sequence = after;
    }
    return chain;
  }

  /** Also where its row says that it is done: the inbox knows better. */
  private void again(String subscriber, Missed missed, Outgoing outgoing) {
    Delivery delivery = ledger.delivery(missed.id(), subscriber).value();
    subscriptions
        .atLeast(0)
        .find(subscriber)
        .ifPresent(
            to ->
                deliveries.sendAnyway(
                    to,
                    Arrival.of(missed.entry()),
                    missed.entry(),
                    delivery,
                    "gap at " + clock.instant().toString(),
                    outgoing));
  }
}
