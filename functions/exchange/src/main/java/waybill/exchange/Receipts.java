package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
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
    boolean written = told.isFinal() ? end(id, cell, told) : goOn(cell, told);
    return written ? Optional.of(true) : Optional.empty();
  }

  private boolean goOn(Cell<Delivery> cell, Delivery open) {
    return ledger.write(cell, open, open.nextCopy(clock.instant(), resendAfter), null);
  }

  /** A crash may have come between a delivery and its entry: a copy of the receipt heals it. */
  private Optional<Boolean> knownAlready(MessageId id) {
    if (ledger.stays(id)) expireBehindTheLast(id, ledger.entry(id));
    return Optional.of(false);
  }

  /** Retention starts at the last receipt, for the delivery's row and for the message's. */
  private boolean end(MessageId id, Cell<Delivery> cell, Delivery ended) {
    Cell<Entry> at = ledger.entry(id);
    Instant expiry = clock.instant().plus(retention(at.value()));
    if (!ledger.write(cell, ended, null, expiry)) return false;
    expireBehindTheLast(id, at);
    return true;
  }

  /** Losing this race is harmless: the other one was last, and wrote the same. */
  private void expireBehindTheLast(MessageId id, Cell<Entry> at) {
    Entry entry = at.value();
    if (entry != null && isLast(id, entry))
      ledger.write(at, entry, null, clock.instant().plus(retention(entry)));
  }

  private boolean isLast(MessageId id, Entry entry) {
    return entry.subscribers().size() == 1
        || ledger.deliveries(id).stream()
            .map(item -> Cell.of(item, Delivery.class).required())
            .allMatch(Delivery::isFinal);
  }

  private Duration retention(@Nullable Entry entry) {
    return entry == null ? Duration.ZERO : ledger.retention(Arrival.of(entry).message().contract());
  }
}
