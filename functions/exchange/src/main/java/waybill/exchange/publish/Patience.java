package waybill.exchange.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ShownDelivery;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Pause;

/** Waits a while for the last receipts of what was published. */
final class Patience {
  /** With the longest pauses they last longer than anybody may wait. */
  private static final int LOOKS_MAX = 100;

  private final Ledger ledger;
  private final Pause pause;
  private final Clock clock;

  Patience(Ledger ledger, Pause pause, Clock clock) {
    this.ledger = ledger;
    this.pause = pause;
    this.clock = clock;
  }

  /** The deliveries of each message of which all are final in time. */
  Map<MessageId, List<ShownDelivery>> deliveries(List<MessageId> ids, Duration most) {
    Map<MessageId, List<ShownDelivery>> ended = new LinkedHashMap<>();
    Set<MessageId> open = new LinkedHashSet<>(ids);
    Instant until = clock.instant().plus(most);
    for (int looks = 1; looks <= LOOKS_MAX && !open.isEmpty(); looks++) {
      if (!clock.instant().isBefore(until)) break;
      open.removeIf(id -> isEnded(id, ended));
      if (!open.isEmpty()) pause.after(looks);
    }
    return ended;
  }

  private boolean isEnded(MessageId id, Map<MessageId, List<ShownDelivery>> ended) {
    List<Item> items = ledger.all(id);
    List<Item> deliveries = items.stream().filter(item -> Delivery.isAt(item.key())).toList();
    boolean all =
        items.stream()
                .filter(item -> Entry.isAt(item.key()))
                .map(item -> Cell.of(item, Entry.class).required())
                .anyMatch(entry -> isRoutedTo(entry, deliveries.size()))
            && deliveries.stream().allMatch(item -> delivery(item).isFinal());
    if (all) ended.put(id, deliveries.stream().map(Patience::shown).toList());
    return all;
  }

  /** To whom is decided first, the rows come after it. */
  private static boolean isRoutedTo(Entry entry, int subscribers) {
    return entry.isRouted() && subscribers >= entry.subscribers().size();
  }

  private static Delivery delivery(Item item) {
    return Cell.of(item, Delivery.class).required();
  }

  private static ShownDelivery shown(Item item) {
    return delivery(item).shown(Delivery.subscriberOf(item.key()));
  }
}
