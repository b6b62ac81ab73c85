package waybill.exchange;

import java.time.Clock;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Gap;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;

/**
 * Answers an inbox that misses something: with the message itself, or that it is no longer here.
 */
final class Gaps {
  private final Ledger ledger;
  private final Clock clock;

  Gaps(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void take(String subscriber, Gap gap, Outgoing outgoing) {
    MessageId missing = new MessageId(gap.source(), gap.key(), gap.missing());
    Entry entry = ledger.entry(missing).value();
    Long after = entry == null ? null : entry.subscribers().get(subscriber);
    if (entry == null || after == null)
      outgoing.expired(subscriber, new Expired(gap.source(), gap.key(), gap.missing()));
    else
      outgoing.delivery(
          subscriber, Arrival.of(entry), after, "gap at " + clock.instant().toString());
  }
}
