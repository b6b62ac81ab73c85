package waybill.exchange.erase;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Erased;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Item;

/** Makes of a message in the ledger what may remain of it. */
final class Remains {
  private final Ledger ledger;
  private final Clock clock;
  private final Decisions decisions;

  Remains(Service exchange, Ledger ledger) {
    this.ledger = ledger;
    this.clock = exchange.clock();
    this.decisions = exchange.decisions();
  }

  /**
   * The message first: what is sent from then on has no data any more.
   *
   * @return whether it had any
   */
  boolean erase(MessageId id, Erased why) {
    boolean had = decisions.untilWritten(() -> entry(id, why));
    Entry entry = ledger.entry(id).value();
    if (entry != null)
      for (String subscription : entry.subscribers().keySet())
        decisions.untilWritten(() -> delivery(id, subscription));
    return had;
  }

  private Optional<Boolean> entry(MessageId id, Erased why) {
    Optional<Item> item = ledger.at(Entry.keyOf(id));
    if (item.isEmpty()) return Optional.of(false);
    Cell<Entry> at = Cell.of(item.get(), Entry.class);
    Entry entry = at.required();
    if (entry.wasErased()) return Optional.of(false);
    boolean written = ledger.write(at, entry.without(why), Arrival.of(entry), item.get().expires());
    return written ? Optional.of(true) : Optional.empty();
  }

  /** An open one goes out again soon, and ends when the subscriber says so. */
  private Optional<Boolean> delivery(MessageId id, String subscription) {
    Optional<Item> item = ledger.at(Delivery.keyOf(id, subscription));
    if (item.isEmpty()) return Optional.of(false);
    Cell<Delivery> at = Cell.of(item.get(), Delivery.class);
    Delivery delivery = at.required();
    if (delivery.isFinal() && delivery.edited() == null) return Optional.of(false);
    Instant due = delivery.isFinal() || item.get().due() == null ? null : clock.instant();
    boolean written = ledger.write(at, delivery.erased(), due, item.get().expires());
    return written ? Optional.of(true) : Optional.empty();
  }
}
