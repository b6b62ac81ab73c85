package waybill.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Routed;
import waybill.contracts.exchange.RoutedMessage;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Key;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/**
 * What the exchange has to send, collected over a batch. What a queue does not take is not lost:
 * its delivery is due at once, and the outbox is not yet cleared.
 */
final class Outgoing {
  private final Service exchange;
  private final Queues queues;
  private final Late late;
  private final Map<String, Lot> lots = new LinkedHashMap<>();
  private final Map<String, List<RoutedMessage>> routed = new LinkedHashMap<>();
  private final Map<String, List<String>> noted = new LinkedHashMap<>();
  private final Set<Called> calls = new LinkedHashSet<>();

  /** Told which deliveries a queue has refused, and why. */
  interface Late {
    void refused(Subscription to, List<Key> deliveries, RuntimeException because);
  }

  private record One(Parcel parcel, @Nullable Key delivery) {}

  private record Lot(@Nullable Subscription to, List<One> all) {}

  private record Called(Subscription to, String source, String key) {}

  Outgoing(Service exchange, Queues queues, Late late) {
    this.exchange = exchange;
    this.queues = queues;
    this.late = late;
  }

  void delivery(Subscription to, Key at, Arrival arrival, Message form, String round) {
    lots.computeIfAbsent(to.id(), id -> new Lot(to, new ArrayList<>()))
        .all()
        .add(new One(Parcel.of(arrival.id(), arrival.digest(), round, form.toJson()), at));
  }

  /** Something is open in a lane of a webhook. */
  void call(Subscription to, String source, String key) {
    calls.add(new Called(to, source, key));
  }

  void expired(String service, Expired expired) {
    Control control = control(ExchangeContracts.EXPIRED, expired);
    lots.computeIfAbsent(service, id -> new Lot(null, new ArrayList<>()))
        .all()
        .add(new One(Parcel.of(control, expired.source(), expired.key()), null));
  }

  /** The ledger answers for it now: the source may clear its outbox. */
  void routed(String source, RoutedMessage message) {
    routed.computeIfAbsent(source, name -> new ArrayList<>()).add(message);
  }

  /** A receipt that waited in the subscriber's outbox has been noted. */
  void noted(String subscriber, String messageId) {
    noted.computeIfAbsent(subscriber, name -> new ArrayList<>()).add(messageId);
  }

  void send() {
    lots.forEach(this::send);
    for (Called one : calls) queues.call(one.to(), one.source(), one.key());
    for (String service : queues.members()) report(service);
    lots.clear();
    calls.clear();
    routed.clear();
    noted.clear();
  }

  private void report(String service) {
    List<RoutedMessage> messages = routed.getOrDefault(service, List.of());
    List<String> receipts = noted.getOrDefault(service, List.of());
    List<Routed> reports = new ArrayList<>();
    for (var some : Batches.of(messages, Limits.REPORT_ENTRIES_MAX))
      reports.add(new Routed(some, List.of()));
    for (var some : Batches.of(receipts, Limits.REPORT_ENTRIES_MAX))
      reports.add(new Routed(List.of(), some));
    List<One> all =
        reports.stream()
            .map(one -> new One(Parcel.unordered(control(ExchangeContracts.ROUTED, one)), null))
            .toList();
    send(service, new Lot(null, all));
  }

  private void send(String id, Lot lot) {
    Subscription to = lot.to();
    Queue queue =
        to != null && to.way() == Way.QUEUE ? queues.of(to) : queues.member(id).orElse(null);
    if (queue == null) exchange.log().warn("no queue of this service is known", "to", id);
    else
      for (List<One> batch : Batches.of(lot.all(), Limits.BATCH_ENTRIES_MAX))
        send(id, to, queue, batch);
  }

  private void send(String id, @Nullable Subscription to, Queue queue, List<One> batch) {
    try {
      Set<Integer> refused = queue.send(batch.stream().map(One::parcel).toList());
      if (refused.isEmpty()) return;
      exchange.log().warn("a queue refused", "to", id, "parcels", refused.size());
      tell(to, refused.stream().map(batch::get).toList(), new IllegalStateException("refused"));
    } catch (RuntimeException e) {
      exchange.log().error("a queue took nothing", e, "to", id);
      tell(to, batch, e);
    }
  }

  private void tell(@Nullable Subscription to, List<One> refused, RuntimeException because) {
    if (to == null) return;
    List<Key> keys = new ArrayList<>();
    for (One one : refused) if (one.delivery() != null) keys.add(one.delivery());
    late.refused(to, keys, because);
  }

  private <T> Control control(Contract<T> contract, T data) {
    return Control.of(exchange.ids().next(), exchange.name(), contract, data);
  }
}
