package waybill.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Kept;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.translate.Forms;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/**
 * Routes what was said about a key before somebody joined, in order, before anything new of that
 * key. The head says how far it is, so whoever comes next goes on there.
 */
final class Filling {
  private static final int ENTRIES_A_STEP = 25;

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Forms forms;
  private final Deliveries deliveries;

  Filling(Ledger ledger, Subscriptions subscriptions, Forms forms, Deliveries deliveries) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.forms = forms;
    this.deliveries = deliveries;
  }

  /** What is to be sent once the head says so. */
  private record Made(Arrival arrival, Entry entry, Delivery delivery) {}

  /**
   * Some entries for one of those that are being filled.
   *
   * @return null if somebody else was faster
   */
  @Nullable Head step(MessageId of, Cell<Head> at, Outgoing outgoing) {
    Head head = at.required();
    String id = head.filling().keySet().iterator().next();
    Subscription to = subscriptions.atLeast(head.view()).find(id).orElse(null);
    long from = head.filling().getOrDefault(id, 1L);
    long end = to == null ? head.routed() : Math.min(head.routed(), from + ENTRIES_A_STEP - 1);
    long last = head.last().getOrDefault(id, 0L);
    Map<MessageId, Made> made = new LinkedHashMap<>();
    for (long sequence = from; to != null && sequence <= end; sequence++) {
      MessageId past = new MessageId(of.source(), of.key(), sequence);
      Item entry = ledger.at(Entry.keyOf(past)).orElse(null);
      if (entry == null || !concerns(to, Cell.of(entry, Entry.class).required())) continue;
      Made one = route(entry, to, last);
      if (one == null) return null;
      made.put(past, one);
      last = sequence;
    }
    Head filled = head.filled(id, end + 1, last);
    if (!ledger.write(at, filled)) return null;
    made.values().forEach(one -> deliveries.counted(one.arrival(), Set.of(id)));
    if (to != null)
      made.values()
          .forEach(
              one -> deliveries.send(to, one.arrival(), one.entry(), one.delivery(), "", outgoing));
    outgoing.send(); // A key may take longer than a call: what is routed does not wait for the end.
    return filled;
  }

  /** One without a date keeps having none, and none goes sooner than it would have gone. */
  private static @Nullable Instant expiry(Item entry, Kept kept) {
    Instant there = entry.expires();
    Instant ours = kept.entryExpiry();
    if (there == null || ours == null) return null;
    return there.isAfter(ours) ? there : ours;
  }

  private boolean concerns(Subscription to, Entry entry) {
    return forms.wants(to, Arrival.of(entry).message());
  }

  private @Nullable Made route(Item item, Subscription to, long last) {
    Cell<Entry> at = Cell.of(item, Entry.class);
    Entry entry = at.required();
    Arrival arrival = Arrival.of(entry);
    Kept kept = deliveries.kept(arrival, List.of(to));
    Entry also = entry;
    if (!entry.subscribers().containsKey(to.id())) {
      also = entry.also(to.id(), last);
      if (!ledger.write(at, also, arrival, expiry(item, kept))) return null;
    }
    return new Made(arrival, also, deliveries.make(to, arrival, also, kept));
  }
}
