package waybill.exchange.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;

/** Finds what is parked: of each key the first; the others only wait for it. */
final class ParkedKeys {
  /** Further back nobody looks: an inbox knows better than the ledger what is its first. */
  private static final int STEPS_BACK = 100;

  /** More that wait behind one are not counted. */
  static final int FOLLOWERS_MAX = 100;

  private final Ledger ledger;

  ParkedKeys(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Failure by failure. A page may hold less than was asked for, even nothing: what only waits is
   * left out.
   *
   * @param group of one failure only; null for all
   */
  Page<ParkedKey> page(
      Subscription of, @Nullable String group, @Nullable String cursor, int limit) {
    String prefix = group == null ? "" : group + "~";
    Page<Item> page = ledger.list(Delivery.parkedOf(of.id()), prefix, cursor, limit);
    List<ParkedKey> first =
        page.items().stream()
            .map(item -> look(of, Delivery.idOf(item.key())))
            .filter(ParkedKey::isFirst)
            .filter(one -> group == null || one.failure().group().equals(group))
            .toList();
    return new Page<>(first, page.cursor());
  }

  /** The list may lag behind: the rows themselves have the word. */
  ParkedKey look(Subscription of, MessageId id) {
    Cell<Delivery> at = ledger.delivery(id, of.id());
    Entry entry = ledger.entry(id).value();
    MessageId awaited = null;
    Entry one = entry;
    for (int steps = 0; one != null && steps < STEPS_BACK; steps++) {
      MessageId before = before(of, id, one).orElse(null);
      if (before == null) break;
      Delivery delivery = ledger.delivery(before, of.id()).value();
      if (delivery == null || delivery.isFinal()) break;
      if (delivery.state() == DeliveryState.PARKED)
        return new ParkedKey(id, at, entry, before, awaited);
      awaited = before;
      one = ledger.entry(before).value();
    }
    return new ParkedKey(id, at, entry, null, awaited);
  }

  private static Optional<MessageId> before(Subscription of, MessageId id, Entry entry) {
    long after = entry.subscribers().getOrDefault(of.id(), 0L);
    return after == 0 ? Optional.empty() : Optional.of(new MessageId(id.source(), id.key(), after));
  }

  /** The one that an inbox waits for in vain, if it is the one before. */
  Optional<MessageId> expiredBefore(Subscription of, ParkedKey parked) {
    return Optional.ofNullable(parked.entry())
        .flatMap(entry -> before(of, parked.id(), entry))
        .filter(missing -> ledger.entry(missing).value() == null);
  }

  /** The first open one behind it. */
  Optional<ParkedKey> behind(Subscription of, MessageId id) {
    return ledger.deliveriesBehind(of.id(), id.source(), id.key(), id.sequence(), 1).stream()
        .map(item -> look(of, Delivery.idOf(item.key())))
        .filter(ParkedKey::isParked)
        .findFirst();
  }

  int followers(Subscription of, MessageId id) {
    return (int)
        ledger
            .deliveriesBehind(of.id(), id.source(), id.key(), id.sequence(), FOLLOWERS_MAX)
            .stream()
            .filter(item -> !Cell.of(item, Delivery.class).required().isFinal())
            .count();
  }
}
