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
    Entry entry = ledger.entry(id).value();
    if (entry == null || !entry.isRouted()) return false;
    Map<String, Delivery> deliveries = ledger.deliveries(id, entry);
    // To whom is decided first, the rows come after it.
    boolean all =
        deliveries.size() >= entry.subscribers().size()
            && deliveries.values().stream().allMatch(Delivery::isFinal);
    if (all)
      ended.put(
          id,
          deliveries.entrySet().stream().map(one -> one.getValue().shown(one.getKey())).toList());
    return all;
  }
}
