package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
import waybill.exchange.subscribe.Way;
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
  private static final Duration A_WAITING_CALL = Duration.ofMinutes(5);
  private static final Duration A_QUARTER = Duration.ofMinutes(15);

  /** Of one key into a queue of somebody's own. */
  private static final int A_RUN = 50;

  private static final int A_MINUTE_PER_SUBSCRIBER_MAX = 200;

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Crowding crowding;
  private final Lanes lanes;
  private final Backlog backlog;
  private final Late late;
  private final Leaving leaving;
  private final Clock clock;
  private final Duration resendAfter;
  private final Log log;

  Resend(
      Ledger ledger,
      Subscriptions subscriptions,
      Deliveries deliveries,
      Crowding crowding,
      Lanes lanes,
      Backlog backlog,
      Late late,
      Clock clock,
      Duration resendAfter,
      Log log) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.crowding = crowding;
    this.lanes = lanes;
    this.backlog = backlog;
    this.late = late;
    this.leaving = new Leaving(ledger, subscriptions, clock);
    this.clock = clock;
    this.resendAfter = resendAfter;
    this.log = log;
  }

  void minute(Outgoing outgoing) {
    subscriptions.now().all().forEach(this::lookAgain);
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
        if (cell.required().isWaiting()) again(cell, to, outgoing);
        else again(cell, to, left, outgoing);
      }
    }
    outgoing.send();
  }

  private void again(
      Cell<Delivery> cell, Subscription to, Map<String, Integer> left, Outgoing outgoing) {
    int may = left.computeIfAbsent(to.id(), any -> allowance(to));
    if (may == 0) stepAside(cell, A_MINUTE);
    else left.put(to.id(), Math.max(0, may - again(cell, to, may, outgoing)));
  }

  /** A queue that had gone, or had shut us out, may be back. */
  private void lookAgain(Subscription one) {
    var hindrance = one.hindrance();
    if (one.way() != Way.QUEUE || hindrance == null || hindrance.forGood()) return;
    try {
      backlog.isEmpty(one);
      late.admitted(one);
    } catch (RuntimeException e) {
      log.info("a queue is still away", "subscription", one.name(), "reason", hindrance.reason());
    }
  }

  /** A lane of a webhook: whoever can't be called now must not hide the others. */
  private void call(Item item, View view, Outgoing outgoing) {
    var any = Delivery.idOf(item.key().partition(), 1);
    String id = Delivery.subscriptionOf(item.key());
    Subscription to = view.find(id).orElse(null);
    if (to == null) leaving.close(item.key());
    else if (to.isHindered()) lanes.lookAgain(item, clock.instant().plus(A_QUARTER));
    else {
      // Calls that wait must not become more by the minute.
      lanes.lookAgain(item, clock.instant().plus(A_WAITING_CALL));
      outgoing.call(to, any.source(), any.key());
    }
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
    if (to.isHindered()) return 0;
    try {
      return backlog.isEmpty(to) ? A_MINUTE_PER_SUBSCRIBER_MAX : 0;
    } catch (RuntimeException e) {
      log.error("a queue does not answer", e, "to", to.name());
      late.refused(to, List.of(), e);
      return 0;
    }
  }

  /** False if it may not go yet, or somebody else has just changed it. */
  boolean again(Cell<Delivery> cell, Subscription to, Outgoing outgoing) {
    return again(cell, to, 1, outgoing) > 0;
  }

  /** How many were sent. */
  private int again(Cell<Delivery> cell, Subscription to, int most, Outgoing outgoing) {
    MessageId id = Delivery.idOf(cell.key());
    Entry entry = ledger.entry(id).value();
    if (entry == null) return stepAside(cell, Duration.ofDays(1));
    long after = entry.subscribers().getOrDefault(to.id(), 0L);
    if (!mayGo(cell.required(), id, to.id(), after))
      return stepAside(cell, pauseOf(cell.required()));
    if (cell.required().isWaiting()) return crowding.goOn(to, id, id.sequence() - 1, outgoing);
    if (!sent(cell, to, entry, outgoing)) return 0;
    return to.way() == Way.QUEUE ? 1 + behind(id, to, Math.min(most, A_RUN) - 1, outgoing) : 1;
  }

  private boolean sent(Cell<Delivery> cell, Subscription to, Entry entry, Outgoing outgoing) {
    MessageId id = Delivery.idOf(cell.key());
    Delivery delivery = cell.required();
    Delivery sent =
        delivery.isUntranslatable() ? delivery.freed(clock.instant()) : delivery.sentAgain();
    if (!ledger.write(cell, sent, sent.nextCopy(clock.instant(), resendAfter), null)) return false;
    log.info("sent again", "message_id", id.toString(), "to", to.name(), "copy", sent.sends());
    deliveries.send(to, Arrival.of(entry), entry, sent, "copy " + sent.sends(), outgoing);
    return true;
  }

  /** An inbox asks for what it misses; behind a queue of somebody's own nobody does. */
  private int behind(MessageId id, Subscription to, int most, Outgoing outgoing) {
    int sent = 0;
    if (most == 0) return sent;
    for (Item item : ledger.deliveriesBehind(to.id(), id.source(), id.key(), id.sequence(), most)) {
      Cell<Delivery> cell = Cell.of(item, Delivery.class);
      Entry entry = ledger.entry(Delivery.idOf(item.key())).value();
      if (cell.required().isFinal() || entry == null) continue;
      if (!sent(cell, to, entry, outgoing)) break;
      sent++;
    }
    return sent;
  }

  /** What is due is shown oldest first, and not all: what may not go yet must not hide the rest. */
  private int stepAside(Cell<Delivery> cell, Duration time) {
    ledger.write(cell, cell.required(), clock.instant().plus(time), null);
    return 0;
  }

  private Duration pauseOf(Delivery delivery) {
    return delivery.isWaiting() ? Deliveries.WAITING_AGAIN : resendAfter;
  }

  /** Also one whose end the others wait for: its receipt alone may be what was lost. */
  private boolean mayGo(Delivery delivery, MessageId id, String subscription, long after) {
    return delivery.leads() || isLowestOpen(id, subscription, after);
  }

  private boolean isLowestOpen(MessageId id, String subscription, long after) {
    if (after == 0) return true;
    Delivery before =
        ledger.delivery(new MessageId(id.source(), id.key(), after), subscription).value();
    return before == null || before.isFinal();
  }
}
