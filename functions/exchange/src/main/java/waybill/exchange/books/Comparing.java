package waybill.exchange.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Imbalance;
import waybill.contracts.exchange.Imbalance.Reason;
import waybill.exchange.books.Sum.Count;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;

/**
 * Compares each row of the exchange's table with the other rows, and with what producers and
 * subscribers have stated, that must agree with it.
 */
final class Comparing {
  private final Table table;
  private final Ledger ledger;
  private final Ends ends;

  Comparing(Table table, Ledger ledger) {
    this.table = table;
    this.ledger = ledger;
    this.ends = new Ends(ledger);
  }

  Sums of(List<Item> items, Moment moment) {
    Sums sums = new Sums();
    for (Item item : items) if (!item.isGone(moment.now())) compare(item, moment, sums);
    return sums;
  }

  private void compare(Item item, Moment moment, Sums sums) {
    String place = item.key().place();
    if (place.equals(Entry.PLACE)) entry(item, moment, sums);
    else if (Delivery.isAt(item.key())) delivery(item, moment, sums);
    else if (place.equals(Said.PLACE)) said(item, sums);
    else if (place.equals(Head.PLACE)) head(item, sums);
    else if (Heard.isAt(item.key())) ends.compare(item, moment, sums);
  }

  private void entry(Item item, Moment moment, Sums sums) {
    MessageId id = MessageId.parse(item.key().partition());
    Entry entry = Cell.of(item, Entry.class).required();
    Instant routedAt = entry.routedAt();
    if (routedAt == null || moment.isLater(routedAt)) return;
    Said said = Cell.read(table, Said.keyOf(id.source(), id.key()), Said.class).value();
    if (said != null
        && !said.knows(id.sequence())
        && said.at().isAfter(routedAt.plus(Moment.GRACE)))
      sums.ofSource(id.source(), sum -> sum.differs(because(id, Reason.NEVER_COMMITTED, null)));
    for (String subscription : entry.subscribers().keySet())
      pair(id, entry, subscription, said, moment, sums);
  }

  private void pair(
      MessageId id,
      Entry entry,
      String subscription,
      @Nullable Said said,
      Moment moment,
      Sums sums) {
    Cell<Delivery> at = ledger.delivery(id, subscription);
    Flow flow = new Flow(contractOf(entry), subscription);
    Delivery delivery = at.value();
    if (delivery == null) {
      if (isExpired(entry, moment) || isOnItsWay(id, subscription)) return;
      committed(flow, id, said, sums);
      sums.ofFlow(flow, sum -> sum.differs(because(id, Reason.DELIVERY_LOST, subscription)));
      sums.lost(id, subscription);
    } else if (!moment.isLater(delivery.kept().routedAt())) {
      committed(flow, id, said, sums);
      state(flow, id, delivery, moment, sums);
    }
  }

  private static String contractOf(Entry entry) {
    return Arrival.of(entry).message().contract().name();
  }

  /** What a source states nothing about it has said over HTTP: then the exchange itself counts. */
  private static void committed(Flow flow, MessageId id, @Nullable Said said, Sums sums) {
    boolean known = said == null || said.knows(id.sequence());
    boolean unsent = said != null && said.unsent().contains(id.sequence());
    sums.ofFlow(
        flow,
        sum ->
            sum.and(Count.ROUTED, 1)
                .and(Count.COMMITTED, known ? 1 : 0)
                .and(Count.UNSENT, unsent ? 1 : 0));
  }

  private void state(Flow flow, MessageId id, Delivery delivery, Moment moment, Sums sums) {
    boolean ended = delivery.isFinal() && !moment.isLater(delivery.at());
    if (ended) sums.ofFlow(flow, sum -> sum.and(countOf(delivery.state()), 1));
    else if (!delivery.isFinal() && isThrough(id, flow.subscription(), moment))
      sums.ofFlow(flow, sum -> sum.differs(because(id, Reason.RECEIPT_LOST, flow.subscription())));
    else {
      Count count = delivery.state() == DeliveryState.PARKED ? Count.PARKED : Count.IN_FLIGHT;
      sums.ofFlow(flow, sum -> sum.and(count, 1).open(delivery.kept().routedAt(), id.toString()));
    }
  }

  private static Count countOf(DeliveryState ended) {
    return switch (ended) {
      case HANDLED -> Count.HANDLED;
      case REFUSED -> Count.REFUSED;
      case SKIPPED -> Count.SKIPPED;
      case PARKED -> Count.PARKED;
      case IN_FLIGHT -> Count.IN_FLIGHT;
    };
  }

  private boolean isThrough(MessageId id, String subscription, Moment moment) {
    Heard heard =
        Cell.read(table, Heard.keyOf(subscription, id.source(), id.key()), Heard.class).value();
    return heard != null && heard.isThrough(id.sequence()) && moment.isSettled(heard.at());
  }

  /** A delivery that has ended goes with its message, or before it if another's end came late. */
  private boolean isExpired(Entry entry, Moment moment) {
    Instant routedAt = entry.routedAt();
    var retention = ledger.retention(Arrival.of(entry).message().contract());
    return routedAt != null && !routedAt.plus(retention).isAfter(moment.now());
  }

  /** The row is written before the head says so: a crash may have come between, and is healed. */
  private boolean isOnItsWay(MessageId id, String subscription) {
    Head head = Head.of(ledger.head(id));
    if (head.routed() < id.sequence()) return true;
    Long filling = head.filling().get(subscription);
    return filling != null && filling <= id.sequence();
  }

  private void delivery(Item item, Moment moment, Sums sums) {
    Delivery delivery = Cell.of(item, Delivery.class).required();
    MessageId id = Delivery.idOf(item.key());
    Instant ended = delivery.isFinal() ? delivery.at() : null;
    boolean mayBeGone =
        moment.isLater(delivery.kept().routedAt())
            || delivery.kept().mayBeGone(ended, moment.now());
    if (mayBeGone || ledger.entry(id).value() != null) return;
    String subscription = Delivery.subscriptionOf(item.key());
    sums.ofFlow(
        new Flow(delivery.kept().contract(), subscription),
        sum -> sum.and(Count.ROUTED, 1).differs(because(id, Reason.ENTRY_LOST, subscription)));
  }

  /** What is cleared was routed before it was cleared: so no time need pass. */
  private void said(Item item, Sums sums) {
    String[] subject = item.key().partition().split("~", 2);
    Said said = Cell.of(item, Said.class).required();
    long routed = Head.of(ledger.head(subject[0], subject[1])).routed();
    long unsent = said.unsent().stream().filter(one -> one > routed).count();
    sums.ofSource(
        subject[0],
        sum ->
            sum.and(Count.COMMITTED, said.sequence())
                .and(Count.ROUTED, Math.min(routed, said.sequence()))
                .and(Count.UNSENT, unsent));
    long missing = said.sequence() - routed - unsent;
    for (long n = routed + 1; n <= said.sequence() && missing > 0; n++) {
      if (said.unsent().contains(n)) continue;
      MessageId id = new MessageId(subject[0], subject[1], n);
      boolean waits = ledger.entry(id).value() != null;
      sums.ofSource(
          subject[0],
          sum ->
              waits
                  ? sum.and(Count.UNSENT, 1)
                  : sum.differs(because(id, Reason.OUTBOX_LOST, null)));
      missing--;
    }
  }

  private void head(Item item, Sums sums) {
    String[] subject = item.key().partition().split("~", 2);
    if (table.read(Said.keyOf(subject[0], subject[1])).isPresent()) return;
    long routed = Cell.of(item, Head.class).required().routed();
    sums.ofSource(subject[0], sum -> sum.and(Count.UNSTATED, routed));
  }

  private static Imbalance because(MessageId id, Reason reason, @Nullable String subscription) {
    return new Imbalance(id.toString(), reason, subscription);
  }
}
