package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Key;

/** Notes what subscribers say. The first final word stays; there is no receipt for a receipt. */
final class Receipts {
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Crowding crowding;
  private final Decisions decisions;
  private final Clock clock;
  private final Duration resendAfter;

  /** Told of an end that others have waited for, in a member's queue. */
  private interface Led {
    void ended(String subscription, MessageId id);
  }

  Receipts(
      Ledger ledger,
      Subscriptions subscriptions,
      Crowding crowding,
      Decisions decisions,
      Clock clock,
      Duration resendAfter) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.crowding = crowding;
    this.decisions = decisions;
    this.clock = clock;
    this.resendAfter = resendAfter;
  }

  void take(String subscriber, ReceiptBatch batch, Outgoing outgoing) {
    Led led = (subscription, id) -> goOn(subscription, id, outgoing);
    Set<Receipt> ended = endTogether(subscriber, batch.receipts(), led);
    for (Receipt receipt : batch.receipts()) {
      if (!ended.contains(receipt)) note(subscriber, receipt, null, led);
      if (receipt.kept()) outgoing.noted(subscriber, receipt.messageId());
    }
  }

  private void goOn(String subscription, MessageId ended, Outgoing outgoing) {
    subscriptions.atLeast(0).find(subscription).ifPresent(to -> crowding.goOn(to, ended, outgoing));
  }

  /**
   * @return those that ended a delivery here; each of the others is to be looked at alone
   */
  private Set<Receipt> endTogether(String subscription, List<Receipt> receipts, Led led) {
    Map<Key, Receipt> first = new LinkedHashMap<>();
    for (Receipt one : receipts)
      first.putIfAbsent(Delivery.keyOf(MessageId.parse(one.messageId()), subscription), one);
    if (first.size() < 2) return Set.of();
    Map<Key, Cell<Delivery>> there = ledger.deliveriesAt(first.keySet());
    Map<Ledger.End, Receipt> ends = new LinkedHashMap<>();
    first.forEach((key, one) -> end(there.get(key), one).ifPresent(end -> ends.put(end, one)));
    List<Ledger.End> done = ledger.endEach(ends.keySet(), clock.instant());
    for (Ledger.End end : done)
      ifLeads(subscription, Delivery.idOf(end.was().key()), end.ended(), led);
    return done.stream().map(ends::get).collect(Collectors.toSet());
  }

  private static Optional<Ledger.End> end(@Nullable Cell<Delivery> at, Receipt receipt) {
    if (at == null || at.required().isFinal()) return Optional.empty();
    Delivery told = at.required().told(receipt);
    return told.isFinal() ? Optional.of(new Ledger.End(at, told)) : Optional.empty();
  }

  /**
   * False if there is no such delivery, or its final word was said before.
   *
   * @param again when it is wanted again if it stays open; null if that was not said
   */
  boolean note(String subscription, Receipt receipt, @Nullable Instant again) {
    return note(subscription, receipt, again, (nobody, waits) -> {});
  }

  private boolean note(String subscription, Receipt receipt, @Nullable Instant again, Led led) {
    return decisions.untilWritten(() -> noted(subscription, receipt, again, led));
  }

  private static void ifLeads(String subscription, MessageId id, Delivery ended, Led led) {
    if (ended.leads()) led.ended(subscription, id);
  }

  private Optional<Boolean> noted(
      String subscription, Receipt receipt, @Nullable Instant again, Led led) {
    MessageId id = MessageId.parse(receipt.messageId());
    Cell<Delivery> cell = ledger.delivery(id, subscription);
    Delivery delivery = cell.value();
    if (delivery == null) return Optional.of(false);
    if (delivery.isFinal()) {
      ifLeads(subscription, id, delivery, led);
      return knownAlready(id, delivery);
    }
    Delivery told = delivery.told(receipt);
    boolean written =
        told.isFinal() ? ledger.end(cell, told, clock.instant()) : staysOpen(cell, told, again);
    if (!written) return Optional.empty();
    if (told.isFinal()) ifLeads(subscription, id, told, led);
    return Optional.of(true);
  }

  /** A crash may have come between a delivery and its entry: a copy of the receipt heals it. */
  private Optional<Boolean> knownAlready(MessageId id, Delivery delivery) {
    ledger.ended(id, delivery, clock.instant());
    return Optional.of(false);
  }

  private boolean staysOpen(Cell<Delivery> cell, Delivery open, @Nullable Instant again) {
    Instant next = again == null ? open.nextCopy(clock.instant(), resendAfter) : again;
    return ledger.write(cell, open, next, null);
  }
}
