package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.exchange.ledger.Delivery;
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
      note(subscriber, receipt);
      if (receipt.kept()) outgoing.noted(subscriber, receipt.messageId());
    }
  }

  /** False if there is no such delivery, or its final word was said before. */
  boolean note(String subscription, Receipt receipt) {
    return decisions.untilWritten(() -> noted(subscription, receipt));
  }

  private Optional<Boolean> noted(String subscription, Receipt receipt) {
    MessageId id = MessageId.parse(receipt.messageId());
    Cell<Delivery> cell = ledger.delivery(id, subscription);
    Delivery delivery = cell.value();
    if (delivery == null) return Optional.of(false);
    if (delivery.isFinal()) return knownAlready(id, delivery);
    Delivery told = delivery.told(receipt);
    boolean written = told.isFinal() ? ledger.end(cell, told, clock.instant()) : goOn(cell, told);
    return written ? Optional.of(true) : Optional.empty();
  }

  /** A crash may have come between a delivery and its entry: a copy of the receipt heals it. */
  private Optional<Boolean> knownAlready(MessageId id, Delivery delivery) {
    ledger.ended(id, delivery, clock.instant());
    return Optional.of(false);
  }

  private boolean goOn(Cell<Delivery> cell, Delivery open) {
    return ledger.write(cell, open, open.nextCopy(clock.instant(), resendAfter), null);
  }
}
