package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.lane.Lane;
import waybill.exchange.lane.Lanes;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Kept;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.View;
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
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int A_MINUTE_PER_SUBSCRIBER_MAX = 200;

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Lanes lanes;
  private final Backlog backlog;
  private final Clock clock;
  private final Duration resendAfter;
  private final Log log;

  Resend(
      Ledger ledger,
      Subscriptions subscriptions,
      Deliveries deliveries,
      Lanes lanes,
      Backlog backlog,
      Clock clock,
      Duration resendAfter,
      Log log) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.backlog = backlog;
    this.clock = clock;
    this.resendAfter = resendAfter;
    this.log = log;
  }

  void minute(Outgoing outgoing) {
    View view = subscriptions.now();
    Map<String, Integer> left = new HashMap<>();
    for (Item item : ledger.due(clock.instant())) {
      if (Lane.isAt(item.key())) call(item, view, outgoing);
      if (!Delivery.isAt(item.key())) continue;
      Cell<Delivery> cell = Cell.of(item, Delivery.class);
      String id = Delivery.subscriptionOf(item.key());
      Subscription to = view.find(id).orElse(null);
      if (to == null) left(cell);
      else if (cell.required().isFinal()) ledger.write(cell, cell.required(), null, item.expires());
      else {
        keep(cell);
        int may = left.computeIfAbsent(id, any -> allowance(to));
        if (may == 0) stepAside(cell, A_MINUTE);
        else if (again(cell, to, outgoing)) left.put(id, may - 1);
      }
    }
    outgoing.send();
  }

  /** A lane of a webhook: whoever can't be called now must not hide the others. */
  private void call(Item item, View view, Outgoing outgoing) {
    var any = Delivery.idOf(item.key().partition(), 1);
    String id = Delivery.subscriptionOf(item.key());
    Subscription to = view.find(id).orElse(null);
    if (to == null) ledger.write(Cell.of(item, Lane.class), Cell.of(item, Lane.class).required());
    else if (to.isHindered())
      lanes.postpone(to, any.source(), any.key(), clock.instant().plus(AN_HOUR));
    else outgoing.call(to, any.source(), any.key());
  }

  /** What is still open after a day moves its message's date before it comes. */
  private void keep(Cell<Delivery> open) {
    Kept kept = open.required().kept();
    var now = clock.instant();
    if (kept.moved(now) != null)
      ledger.keep(Delivery.idOf(open.key()), now.plus(kept.retention()).plus(Kept.SLACK));
  }

  /** Who has left gets nothing more, and the books say so. */
  private void left(Cell<Delivery> cell) {
    var now = clock.instant();
    Delivery ended =
        cell.required().in(DeliveryState.SKIPPED, cell.required().attempts(), now, Leaving.REASON);
    ledger.end(cell, ended, now);
  }

  private int allowance(Subscription to) {
    return !to.isHindered() && backlog.isEmpty(to) ? A_MINUTE_PER_SUBSCRIBER_MAX : 0;
  }

  /** False if it may not go yet, or somebody else has just changed it. */
  boolean again(Cell<Delivery> cell, Subscription to, Outgoing outgoing) {
    MessageId id = Delivery.idOf(cell.key());
    Delivery delivery = cell.required();
    Entry entry = ledger.entry(id).value();
    if (entry == null) return stepAside(cell, Duration.ofDays(1));
    long after = entry.subscribers().getOrDefault(to.id(), 0L);
    if (!isLowestOpen(id, to.id(), after)) return stepAside(cell, resendAfter);
    Delivery sent =
        delivery.isUntranslatable() ? delivery.freed(clock.instant()) : delivery.sentAgain();
    if (!ledger.write(cell, sent, sent.nextCopy(clock.instant(), resendAfter), null)) return false;
    log.info("sent again", "message_id", id.toString(), "to", to.name(), "copy", sent.sends());
    deliveries.send(to, Arrival.of(entry), entry, sent, "copy " + sent.sends(), outgoing);
    return true;
  }

  /** What is due is shown oldest first, and not all: what may not go yet must not hide the rest. */
  private boolean stepAside(Cell<Delivery> cell, Duration time) {
    ledger.write(cell, cell.required(), clock.instant().plus(time), null);
    return false;
  }

  private boolean isLowestOpen(MessageId id, String subscription, long after) {
    if (after == 0) return true;
    Delivery before =
        ledger.delivery(new MessageId(id.source(), id.key(), after), subscription).value();
    return before == null || before.isFinal();
  }
}
