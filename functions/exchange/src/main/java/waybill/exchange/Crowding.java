package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.View;
import waybill.exchange.subscribe.Way;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/**
 * A queue looks at its first 120,000 messages only, so no key may fill a member's. Behind so many
 * that are open a delivery waits in the ledger; the one in front is told so, and when it has ended
 * some more go. What two of them send at once out of order, the inbox puts in order.
 */
final class Crowding {
  private static final int A_PAGE = 100;

  private final Ledger ledger;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Duration resendAfter;
  private final int most;

  /**
   * @param waiting for whom it must wait
   * @param clear up to where nothing is in the way of the others any more, as far as was looked
   */
  record Look(Set<String> waiting, Map<String, Long> clear) {}

  Crowding(Ledger ledger, Deliveries deliveries, Clock clock, Duration resendAfter, int most) {
    this.ledger = ledger;
    this.deliveries = deliveries;
    this.clock = clock;
    this.resendAfter = resendAfter;
    this.most = most;
  }

  Look look(MessageId id, Entry decided, Head head, View view) {
    Set<String> waiting = new HashSet<>();
    Map<String, Long> clear = new TreeMap<>();
    decided
        .subscribers()
        .forEach(
            (subscription, before) -> {
              Subscription to = view.find(subscription).orElse(null);
              long upTo = head.clearOf(subscription);
              if (to == null || !mayCrowd(to, id, upTo)) return;
              if (mustWait(subscription, id, before, upTo)) waiting.add(subscription);
              else clear.put(subscription, id.sequence());
            });
    return new Look(waiting, clear);
  }

  /** Sequences count more than was routed there: so nothing is looked at too late. */
  boolean mayCrowd(Subscription to, MessageId id, long upTo) {
    return to.way() == Way.MEMBER && id.sequence() - upTo >= most;
  }

  /**
   * @param before the last that was routed there about the key
   * @param upTo where nothing was in the way, when it was looked last
   */
  boolean mustWait(String subscription, MessageId id, long before, long upTo) {
    Delivery last = at(id, before, subscription).value();
    if (last != null && last.isWaiting()) return true;
    Cell<Delivery> front = at(id, upTo, subscription);
    Delivery open = front.value();
    if (open == null || open.isFinal()) return false;
    return open.leading().equals(open)
        || ledger.write(front, open.leading(), open.nextCopy(clock.instant(), resendAfter), null)
        || mustWait(subscription, id, before, upTo);
  }

  /**
   * The front may have ended after it was looked at and before the waiting row was written: then
   * nobody was there to go on.
   */
  void lookAgain(Subscription to, MessageId waiting, long upTo, Outgoing outgoing) {
    Delivery front = at(waiting, upTo, to.id()).value();
    if (front == null || front.isFinal()) goOn(to, waiting, upTo, outgoing);
  }

  /** Nothing stands at zero. */
  private Cell<Delivery> at(MessageId of, long sequence, String subscription) {
    return sequence == 0
        ? Cell.absent(Delivery.keyOf(of, subscription))
        : ledger.delivery(new MessageId(of.source(), of.key(), sequence), subscription);
  }

  /**
   * Some of those that wait behind one that has ended, in order; the first of them is the next that
   * the others wait for.
   *
   * @return how many went
   */
  int goOn(Subscription to, MessageId ended, Outgoing outgoing) {
    return goOn(to, ended, ended.sequence(), outgoing);
  }

  /** The same behind a sequence, from which on all of them wait. */
  int goOn(Subscription to, MessageId of, long sequence, Outgoing outgoing) {
    int gone = 0;
    long behind = sequence;
    List<Item> page;
    do {
      page = ledger.deliveriesBehind(to.id(), of.source(), of.key(), behind, A_PAGE);
      for (Item item : page) {
        behind = Delivery.idOf(item.key()).sequence();
        Cell<Delivery> at = Cell.of(item, Delivery.class);
        if (at.required().leads() && !at.required().isFinal()) return gone;
        if (!at.required().isWaiting()) continue;
        if (gone == run() || to.isHindered() || !goes(to, at, gone == 0, outgoing)) return gone;
        gone++;
      }
    } while (page.size() == A_PAGE);
    return gone;
  }

  private int run() {
    return Math.max(1, most / 10);
  }

  private boolean goes(Subscription to, Cell<Delivery> at, boolean first, Outgoing outgoing) {
    Delivery sent = first ? at.required().sentAgain().leading() : at.required().sentAgain();
    if (!ledger.write(at, sent, sent.nextCopy(clock.instant(), resendAfter), null)) return false;
    Entry entry = ledger.entry(Delivery.idOf(at.key())).value();
    // What the ledger has lost goes by its row alone: the inbox misses it, and parks what follows.
    if (entry != null) deliveries.send(to, Arrival.of(entry), entry, sent, "", outgoing);
    return true;
  }
}
