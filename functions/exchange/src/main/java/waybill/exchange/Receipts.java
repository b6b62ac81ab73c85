package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;

/** Notes what subscribers say. The first final word stays; there is no receipt for a receipt. */
final class Receipts {
  private final Ledger ledger;
  private final Decisions decisions;
  private final Clock clock;
  private final Duration resendAfter;

  Receipts(Ledger ledger, Decisions decisions, Clock clock, Duration resendAfter) {
    this.ledger = ledger;
    this.decisions = decisions;
    this.clock = clock;
    this.resendAfter = resendAfter;
  }

  void take(String subscriber, ReceiptBatch batch, Outgoing outgoing) {
    for (Receipt receipt : batch.receipts()) {
      decisions.untilWritten(() -> note(subscriber, receipt));
      if (receipt.kept()) outgoing.noted(subscriber, receipt.messageId());
    }
  }

  private Optional<Boolean> note(String subscriber, Receipt receipt) {
    MessageId id = MessageId.parse(receipt.messageId());
    Cell<Delivery> cell = ledger.delivery(id, subscriber);
    Delivery delivery = cell.value();
    if (delivery == null) return Optional.of(false);
    if (delivery.isFinal()) return knownAlready(id);
    Delivery told = delivery.told(receipt);
    if (!told.isFinal()) return written(cell, told);
    Instant expiry = clock.instant().plus(retention(id));
    if (!ledger.write(cell, told, null, expiry)) return Optional.empty();
    expireBehindTheLast(id, expiry);
    return Optional.of(true);
  }

  private Optional<Boolean> written(Cell<Delivery> cell, Delivery open) {
    return ledger.write(cell, open, open.nextCopy(clock.instant(), resendAfter), null)
        ? Optional.of(true)
        : Optional.empty();
  }

  /** A crash may have come between a delivery and its entry: a copy of the receipt heals it. */
  private Optional<Boolean> knownAlready(MessageId id) {
    if (ledger.stays(id)) expireBehindTheLast(id, clock.instant().plus(retention(id)));
    return Optional.of(false);
  }

  private Duration retention(MessageId id) {
    Entry entry = ledger.entry(id).value();
    return entry == null ? Duration.ZERO : ledger.retention(Arrival.of(entry).message().contract());
  }

  /** Losing this race is harmless: the other one was last. */
  private void expireBehindTheLast(MessageId id, Instant expiry) {
    boolean allFinal =
        ledger.deliveries(id).stream()
            .map(item -> Cell.of(item, Delivery.class).value())
            .allMatch(delivery -> delivery != null && delivery.isFinal());
    Cell<Entry> entry = ledger.entry(id);
    if (allFinal && entry.value() != null) ledger.write(entry, entry.value(), null, expiry);
  }
}
