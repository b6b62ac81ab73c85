package waybill.exchange.books;

import java.util.Optional;
import java.util.Set;
import waybill.contracts.Message;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/** A message that was routed. */
record Found(Entry entry, Message message) {

  /** Nothing if something else stands there, or it still waits for its turn. */
  static Optional<Found> in(Item item) {
    return item.key().place().equals(Entry.PLACE)
        ? of(Cell.of(item, Entry.class).required())
        : Optional.empty();
  }

  static Optional<Found> of(Entry entry) {
    return entry.isRouted()
        ? Optional.of(new Found(entry, Arrival.of(entry).message()))
        : Optional.empty();
  }

  boolean concerns(Set<String> services) {
    return services.contains(message.id().source())
        || entry.subscribers().keySet().stream().map(Found::nameOf).anyMatch(services::contains);
  }

  /** Without the number that tells it from an earlier one of its name. */
  static String nameOf(String subscription) {
    return subscription.split("\\.", 2)[0];
  }
}
