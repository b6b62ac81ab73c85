package waybill.exchange.books;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Imbalance;
import waybill.contracts.exchange.Imbalance.Reason;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/**
 * Compares how often a subscriber counts each end of a key's messages with what stands in its rows:
 * that also notices where both a message and its delivery are lost.
 */
final class Ends {
  private static final int ROWS_MAX = 1_000;
  private final Ledger ledger;

  Ends(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Row(MessageId id, Delivery delivery) {}

  void compare(Item stated, Moment moment, Sums sums) {
    Heard heard = Cell.of(stated, Heard.class).required();
    if (!moment.isSettled(heard.at())) return;
    String subscription = Heard.subscriptionOf(stated.key());
    List<Row> rows = rows(subscription, stated.key().partition(), heard.watermark());
    if (rows.isEmpty() || !isComplete(rows, subscription)) return;
    if (rows.stream().anyMatch(row -> !row.delivery().isFinal()) || agree(heard, rows)) return;
    Row last = rows.get(rows.size() - 1);
    if (hasLostRows(rows, subscription, heard.watermark())) return;
    Flow flow = new Flow(last.delivery().kept().contract(), subscription);
    var why = new Imbalance(last.id().toString(), Reason.COUNT_DIFFERS, subscription);
    sums.ofFlow(flow, sum -> sum.differs(why));
  }

  private List<Row> rows(String subscription, String sourceAndKey, long upTo) {
    String[] subject = sourceAndKey.split("~", 2);
    return ledger.deliveriesBehind(subscription, subject[0], subject[1], 0, ROWS_MAX + 1).stream()
        .map(item -> new Row(Delivery.idOf(item.key()), Cell.of(item, Delivery.class).required()))
        .filter(row -> row.id().sequence() <= upTo)
        .toList();
  }

  /** The first that was ever routed there is among them, and they were not too many to be read. */
  private boolean isComplete(List<Row> rows, String subscription) {
    if (rows.size() > ROWS_MAX) return false;
    Entry first = ledger.entry(rows.get(0).id()).value();
    return first != null && first.subscribers().getOrDefault(subscription, -1L) == 0;
  }

  private static boolean agree(Heard heard, List<Row> rows) {
    return count(rows, DeliveryState.HANDLED) == heard.handled()
        && count(rows, DeliveryState.REFUSED) == heard.refused()
        && count(rows, DeliveryState.SKIPPED) == heard.skipped();
  }

  private static long count(List<Row> rows, DeliveryState state) {
    return rows.stream().filter(row -> row.delivery().state() == state).count();
  }

  /** Then those are named by themselves. */
  private boolean hasLostRows(List<Row> rows, String subscription, long upTo) {
    Set<Long> there = new HashSet<>();
    rows.forEach(row -> there.add(row.id().sequence()));
    MessageId any = rows.get(0).id();
    for (long n = 1; n <= upTo; n++) {
      if (there.contains(n)) continue;
      Entry entry = ledger.entry(new MessageId(any.source(), any.key(), n)).value();
      if (entry != null && entry.subscribers().containsKey(subscription)) return true;
    }
    return false;
  }
}
