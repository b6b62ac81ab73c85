package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Key;

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
    Set<Receipt> ended = endTogether(subscriber, batch.receipts());
    for (Receipt receipt : batch.receipts()) {
      if (!ended.contains(receipt)) note(subscriber, receipt);
      if (receipt.kept()) outgoing.noted(subscriber, receipt.messageId());
    }
  }

  /**
   * @return those that ended a delivery here; each of the others is to be looked at alone
   */
  private Set<Receipt> endTogether(String subscription, List<Receipt> receipts) {
    Map<Key, Receipt> first = new LinkedHashMap<>();
    for (Receipt one : receipts)
      first.putIfAbsent(Delivery.keyOf(MessageId.parse(one.messageId()), subscription), one);
    if (first.size() < 2) return Set.of();
    Map<Key, Cell<Delivery>> there = ledger.deliveriesAt(first.keySet());
    Map<Ledger.End, Receipt> ends = new LinkedHashMap<>();
    first.forEach((key, one) -> end(there.get(key), one).ifPresent(end -> ends.put(end, one)));
    return ledger.endEach(ends.keySet(), clock.instant()).stream()
        .map(ends::get)
        .collect(Collectors.toSet());
  }

  private static Optional<Ledger.End> end(@Nullable Cell<Delivery> at, Receipt receipt) {
    if (at == null || at.required().isFinal()) return Optional.empty();
    Delivery told = at.required().told(receipt);
    return told.isFinal() ? Optional.of(new Ledger.End(at, told)) : Optional.empty();
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
