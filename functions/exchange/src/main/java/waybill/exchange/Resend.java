package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.log.Log;

/**
 * Sends again what has no receipt: of each key only the lowest that is open, and only while the
 * subscriber's queue is empty. Sending by age alone would feed itself: after an hour's outage the
 * copies outnumber what they copy.
 */
final class Resend {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int A_MINUTE_PER_SUBSCRIBER_MAX = 200;

  private final Ledger ledger;
  private final Backlog backlog;
  private final Clock clock;
  private final Duration resendAfter;
  private final Log log;

  Resend(Ledger ledger, Backlog backlog, Clock clock, Duration resendAfter, Log log) {
    this.ledger = ledger;
    this.backlog = backlog;
    this.clock = clock;
    this.resendAfter = resendAfter;
    this.log = log;
  }

  void minute(Outgoing outgoing) {
    Map<String, Integer> left = new HashMap<>();
    for (Item item : ledger.due(clock.instant())) {
      if (!Delivery.isAt(item.key())) continue;
      String subscriber = Delivery.subscriberOf(item.key());
      int may = left.computeIfAbsent(subscriber, this::allowance);
      if (may == 0) stepAside(Cell.of(item, Delivery.class), A_MINUTE);
      else if (again(item, subscriber, outgoing)) left.put(subscriber, may - 1);
    }
    outgoing.send();
  }

  private int allowance(String subscriber) {
    return backlog.isEmpty(subscriber) ? A_MINUTE_PER_SUBSCRIBER_MAX : 0;
  }

  private boolean again(Item item, String subscriber, Outgoing outgoing) {
    MessageId id = MessageId.parse(item.key().partition());
    Cell<Delivery> cell = Cell.of(item, Delivery.class);
    Delivery delivery = cell.value();
    Entry entry = ledger.entry(id).value();
    if (delivery == null || delivery.isFinal() || entry == null) return false;
    long after = entry.subscribers().getOrDefault(subscriber, 0L);
    if (!isLowestOpen(id, subscriber, after)) return stepAside(cell, resendAfter);
    Delivery sent = delivery.sentAgain();
    if (!ledger.write(cell, sent, sent.nextCopy(clock.instant(), resendAfter), null)) return false;
    log.info("sent again", "message_id", id.toString(), "to", subscriber, "copy", sent.sends());
    outgoing.delivery(subscriber, Arrival.of(entry), after, "copy " + sent.sends());
    return true;
  }

  /** What is due is shown oldest first, and not all: what may not go yet must not hide the rest. */
  private boolean stepAside(Cell<Delivery> cell, Duration time) {
    ledger.write(cell, cell.required(), clock.instant().plus(time), null);
    return false;
  }

  private boolean isLowestOpen(MessageId id, String subscriber, long after) {
    if (after == 0) return true;
    Delivery before =
        ledger.delivery(new MessageId(id.source(), id.key(), after), subscriber).value();
    return before == null || before.isFinal();
  }
}
