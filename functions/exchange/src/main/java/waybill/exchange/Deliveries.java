package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.MessageId;
import waybill.exchange.books.FlowCounts;
import waybill.exchange.lane.Lanes;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Kept;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.View;
import waybill.exchange.subscribe.Way;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.commit.Cell;

/** Makes the rows of a message's deliveries, and sends what is to be sent. */
final class Deliveries {
  /** What the exchange can't make it tries again by the day: a bridge may have come. */
  static final Duration UNTRANSLATABLE_AGAIN = Duration.ofDays(1);

  /** What waits for another's end is let go by that; this is for where it was missed. */
  static final Duration WAITING_AGAIN = Duration.ofHours(6);

  private final Ledger ledger;
  private final Lanes lanes;
  private final Forms forms;
  private final Clock clock;
  private final Duration resendAfter;
  private final FlowCounts flows;

  Deliveries(
      Ledger ledger,
      Lanes lanes,
      Forms forms,
      Clock clock,
      Duration resendAfter,
      FlowCounts flows) {
    this.flows = flows;
    this.ledger = ledger;
    this.lanes = lanes;
    this.forms = forms;
    this.clock = clock;
    this.resendAfter = resendAfter;
  }

  /** So many more are on their way. */
  void counted(Arrival arrival, Set<String> to) {
    flows.routed(arrival.message().contract().name(), to);
  }

  /** While the exchange itself hands it out, nobody looks at its date: so it has none. */
  Kept kept(Arrival arrival, List<Subscription> to) {
    boolean dated = to.stream().noneMatch(one -> one.way().hasLanes());
    ContractId contract = arrival.message().contract();
    return Kept.of(clock.instant(), ledger.retention(contract), contract.name(), dated);
  }

  /**
   * A row for each, unless it stands there already.
   *
   * @param waiting for whom it is not sent yet
   */
  Map<String, Delivery> make(Arrival arrival, Entry entry, View view, Set<String> waiting) {
    Set<String> ids = entry.subscribers().keySet();
    Kept kept = kept(arrival, ids.stream().flatMap(id -> view.find(id).stream()).toList());
    Map<String, Delivery> made = new LinkedHashMap<>();
    for (String id : ids)
      made.put(id, first(view.find(id).orElse(null), arrival, entry, kept, waiting.contains(id)));
    open(arrival, made, view);
    return made;
  }

  /** Whoever is no longer known: the resend ends it. */
  private void open(Arrival arrival, Map<String, Delivery> made, View view) {
    List<Ledger.Opening> openings = new ArrayList<>();
    made.forEach(
        (id, delivery) ->
            openings.add(opening(arrival.id(), id, view.find(id).orElse(null), delivery)));
    ledger.open(openings);
    for (String id : made.keySet()) view.find(id).ifPresent(to -> waits(arrival.id(), to));
  }

  Delivery make(Subscription to, Arrival arrival, Entry entry, Kept kept) {
    Delivery delivery = first(to, arrival, entry, kept, false);
    ledger.open(List.of(opening(arrival.id(), to.id(), to, delivery)));
    waits(arrival.id(), to);
    return delivery;
  }

  private Ledger.Opening opening(
      MessageId id, String subscription, @Nullable Subscription to, Delivery delivery) {
    boolean inLane = to != null && to.way().hasLanes();
    Duration pause = pause(delivery);
    return new Ledger.Opening(
        Delivery.keyOf(id, subscription), delivery, inLane ? null : clock.instant().plus(pause));
  }

  private Duration pause(Delivery delivery) {
    if (delivery.isUntranslatable()) return UNTRANSLATABLE_AGAIN;
    return delivery.isWaiting() ? WAITING_AGAIN : resendAfter;
  }

  private void waits(MessageId id, Subscription to) {
    if (to.way().hasLanes()) lanes.routed(to, id);
  }

  private Delivery first(
      @Nullable Subscription to, Arrival arrival, Entry entry, Kept kept, boolean waiting) {
    Instant now = clock.instant();
    if (to == null || to.way().hasLanes()) return Delivery.sent(now, kept);
    try {
      forms.of(to, arrival, entry.subscribers(), null);
      return waiting ? Delivery.waiting(now, kept) : Delivery.sent(now, kept);
    } catch (Untranslatable e) {
      return Delivery.untranslatable(e.reason(), now, kept);
    }
  }

  /**
   * @param round sets a copy apart from those that the queue may still remember; empty for the
   *     first
   */
  void send(
      Subscription to,
      Arrival arrival,
      Entry entry,
      Delivery delivery,
      String round,
      Outgoing outgoing) {
    if (!delivery.isFinal() && !delivery.isWaiting())
      sendAnyway(to, arrival, entry, delivery, round, outgoing);
  }

  /** Even if it is settled by the books. */
  void sendAnyway(
      Subscription to,
      Arrival arrival,
      Entry entry,
      @Nullable Delivery delivery,
      String round,
      Outgoing outgoing) {
    MessageId id = arrival.id();
    if (to.isHindered() || to.way() == Way.PULL) return;
    if (delivery != null && delivery.isUntranslatable()) return;
    if (to.way() == Way.WEBHOOK) {
      outgoing.call(to, id.source(), id.key());
      return;
    }
    try {
      outgoing.delivery(
          to,
          Delivery.keyOf(id, to.id()),
          arrival,
          forms.of(to, remaining(arrival, entry), entry.subscribers(), delivery),
          round);
    } catch (Untranslatable e) {
      park(id, to, e.reason());
    }
  }

  /** A late copy may still have what was erased. */
  private static Arrival remaining(Arrival arrival, Entry entry) {
    return entry.wasErased() ? Arrival.of(entry) : arrival;
  }

  /** It could be made when it was routed, and no longer can: the subscription takes others now. */
  private void park(MessageId id, Subscription to, String reason) {
    Cell<Delivery> at = ledger.delivery(id, to.id());
    Delivery delivery = at.value();
    if (delivery == null || delivery.isFinal()) return;
    Instant now = clock.instant();
    ledger.write(at, delivery.unmade(reason, now), now.plus(UNTRANSLATABLE_AGAIN), null);
  }
}
