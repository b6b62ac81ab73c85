package waybill.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Expired;
import waybill.contracts.exchange.Routed;
import waybill.contracts.exchange.RoutedMessage;
import waybill.exchange.ledger.Arrival;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/**
 * What the exchange has to send to the services' {@code in} queues, collected over a batch. What a
 * queue does not take is not lost: the delivery's row is due later, the outbox not yet cleared.
 */
final class Outgoing {
  private final Service exchange;
  private final Map<String, Queue> inQueues;
  private final Map<String, List<Parcel>> parcels = new LinkedHashMap<>();
  private final Map<String, List<RoutedMessage>> routed = new LinkedHashMap<>();
  private final Map<String, List<String>> noted = new LinkedHashMap<>();

  Outgoing(Service exchange, Map<String, Queue> inQueues) {
    this.exchange = exchange;
    this.inQueues = inQueues;
  }

  /**
   * @param round sets a copy apart from those that the queue may still remember; empty for the
   *     first
   */
  void delivery(String subscriber, Arrival arrival, long after, String round) {
    String text = arrival.message().withAfter(after).toJson();
    parcels
        .computeIfAbsent(subscriber, name -> new ArrayList<>())
        .add(Parcel.of(arrival.id(), arrival.digest(), round, text));
  }

  void expired(String subscriber, Expired expired) {
    Control control = control(ExchangeContracts.EXPIRED, expired);
    parcels
        .computeIfAbsent(subscriber, name -> new ArrayList<>())
        .add(Parcel.of(control, expired.source(), expired.key()));
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
    parcels.forEach(this::send);
    for (String service : inQueues.keySet()) report(service);
    parcels.clear();
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
    send(service, reports.stream().map(this::parcel).toList());
  }

  private Parcel parcel(Routed report) {
    return Parcel.unordered(control(ExchangeContracts.ROUTED, report));
  }

  private void send(String service, List<Parcel> all) {
    Queue queue = inQueues.get(service);
    if (queue == null) {
      exchange.log().warn("no queue of this service is known", "to", service);
      return;
    }
    for (var batch : Batches.of(all, Limits.BATCH_ENTRIES_MAX)) trySend(service, queue, batch);
  }

  private void trySend(String service, Queue queue, List<Parcel> batch) {
    try {
      int refused = queue.send(batch).size();
      if (refused > 0)
        exchange.log().warn("an in queue refused", "to", service, "parcels", refused);
    } catch (RuntimeException e) {
      exchange.log().error("an in queue took nothing", e, "to", service);
    }
  }

  private <T> Control control(Contract<T> contract, T data) {
    return Control.of(exchange.ids().next(), exchange.name(), contract, data);
  }
}
