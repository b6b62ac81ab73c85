package waybill.exchange.publish;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ShownDelivery;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Patience;

/** Waits a while for the last receipts of what was published. */
final class Awaiting {
  private final Ledger ledger;
  private final Patience patience;

  Awaiting(Ledger ledger, Patience patience) {
    this.ledger = ledger;
    this.patience = patience;
  }

  /** The deliveries of each message of which all are final in time. */
  Map<MessageId, List<ShownDelivery>> deliveries(List<MessageId> ids, Duration most) {
    Map<MessageId, List<ShownDelivery>> ended = new LinkedHashMap<>();
    Set<MessageId> open = new LinkedHashSet<>(ids);
    return patience
        .look(
            () -> {
              open.removeIf(id -> isEnded(id, ended));
              return open.isEmpty() ? Optional.of(ended) : Optional.empty();
            },
            most)
        .orElse(ended);
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
