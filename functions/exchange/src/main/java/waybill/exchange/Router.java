package waybill.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.subscribe.View;
import waybill.exchange.translate.Forms;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.log.Log;

/**
 * Takes a message into the ledger and routes its key as far as it goes without a gap. Each step is
 * one write; whoever repeats them after a crash finds what was done and goes on behind it.
 */
final class Router {
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Forms forms;
  private final Deliveries deliveries;
  private final Crowding crowding;
  private final Filling filling;
  private final Door door;
  private final Decisions decisions;
  private final Clock clock;
  private final Log log;

  Router(
      Ledger ledger,
      Subscriptions subscriptions,
      Forms forms,
      Deliveries deliveries,
      Crowding crowding,
      Door door,
      Decisions decisions,
      Clock clock,
      Log log) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.forms = forms;
    this.deliveries = deliveries;
    this.crowding = crowding;
    this.filling = new Filling(ledger, subscriptions, forms, deliveries);
    this.door = door;
    this.decisions = decisions;
    this.clock = clock;
    this.log = log;
  }

  void take(Arrival arrival, Outgoing outgoing) {
    if (door.admits(arrival.message())) takeAccepted(arrival, outgoing);
  }

  /** What came over HTTP was judged before it was accepted, and is not judged again. */
  void takeAccepted(Arrival arrival, Outgoing outgoing) {
    Passed passed = decisions.untilWritten(() -> step(arrival, outgoing));
    if (passed == Passed.MORE_WAITS) goOn(arrival.id(), outgoing);
  }

  /** As far as it goes: what waits, and what was said before somebody joined. */
  void goOn(MessageId of, Outgoing outgoing) {
    while (decisions.untilWritten(() -> next(of, outgoing)) == Passed.MORE_WAITS) {}
  }

  private enum Passed {
    ALL,
    MORE_WAITS;

    static Optional<Passed> of(Head head) {
      return Optional.of(head.hasMore() || head.hasToFill() ? MORE_WAITS : ALL);
    }
  }

  private Optional<Passed> step(Arrival arrival, Outgoing outgoing) {
    Cell<Head> at = ledger.head(arrival.id());
    Head head = Head.of(at);
    long sequence = arrival.id().sequence();
    if (sequence <= head.routed()) return lateCopy(arrival, head, outgoing);
    if (sequence == head.routed() + 1) return route(arrival, head, at, outgoing);
    return keep(arrival, head, at);
  }

  /**
   * A crash may have come between the ledger and the queues: what is still open goes out again.
   * What has expired there can no longer be compared, so nothing is said for it.
   */
  private Optional<Passed> lateCopy(Arrival arrival, Head head, Outgoing outgoing) {
    Entry entry = ledger.entry(arrival.id()).value();
    if (entry == null) log.warn("no longer in the ledger", "message_id", arrival.id().toString());
    if (entry == null || !isSame(arrival, entry)) return Passed.of(head);
    outgoing.routed(arrival.id().source(), arrival.routed());
    deliverOpen(arrival, entry, outgoing);
    return Passed.of(head);
  }

  private void deliverOpen(Arrival arrival, Entry entry, Outgoing outgoing) {
    View view = subscriptions.atLeast(0);
    ledger
        .deliveries(arrival.id(), entry)
        .forEach(
            (id, delivery) ->
                view.find(id)
                    .ifPresent(to -> deliveries.send(to, arrival, entry, delivery, "", outgoing)));
  }

  private Optional<Passed> route(Arrival arrival, Head head, Cell<Head> at, Outgoing outgoing) {
    View view = subscriptions.atLeast(head.view());
    Entry decided = decide(arrival, head, view);
    if (decided == null) return Optional.empty();
    if (!isSame(arrival, decided)) return Optional.of(Passed.ALL);
    Crowding.Look look = crowding.look(arrival.id(), decided, head, view);
    Map<String, Delivery> made = deliveries.make(arrival, decided, view, look.waiting());
    Head moved =
        head.routed(arrival.id().sequence(), decided.subscribers().keySet(), view.version())
            .fill(newcomers(arrival, head, view), view.version())
            .clear(look.clear());
    if (!ledger.write(at, moved)) return Optional.empty();
    sent(arrival, decided, made, view, outgoing);
    for (String id : look.waiting())
      view.find(id)
          .ifPresent(to -> crowding.lookAgain(to, arrival.id(), head.clearOf(id), outgoing));
    return Passed.of(moved);
  }

  private void sent(
      Arrival arrival, Entry entry, Map<String, Delivery> made, View view, Outgoing outgoing) {
    String to = String.join(" ", entry.subscribers().keySet());
    log.info("routed", "message_id", arrival.id().toString(), "to", to);
    outgoing.routed(arrival.id().source(), arrival.routed());
    deliveries.counted(arrival, made.keySet());
    made.forEach(
        (id, delivery) ->
            view.find(id)
                .ifPresent(one -> deliveries.send(one, arrival, entry, delivery, "", outgoing)));
  }

  /** To whom is decided once, in the entry itself; whoever comes second takes what stands there. */
  private @Nullable Entry decide(Arrival arrival, Head head, View view) {
    List<Subscription> to = recipients(arrival, head, view);
    List<String> ids = to.stream().map(Subscription::id).toList();
    Entry routed = Entry.routed(arrival, head.after(ids), clock.instant());
    Instant expiry = deliveries.kept(arrival, to).entryExpiry();
    if (ledger.write(Cell.absent(Entry.keyOf(arrival.id())), routed, arrival, expiry))
      return routed;
    Cell<Entry> there = ledger.entry(arrival.id());
    Entry found = there.value();
    if (found == null) return null;
    if (found.isRouted() || !found.digest().equals(arrival.digest())) return found;
    Entry decided = found.as(routed);
    return ledger.write(there, decided, arrival, expiry) ? decided : null;
  }

  /** Whoever still gets what was before it joined gets this too when it comes to that. */
  private List<Subscription> recipients(Arrival arrival, Head head, View view) {
    List<Subscription> newcomers = newcomersOf(head, view);
    return view.to(arrival.message().contract()).stream()
        .filter(one -> !head.filling().containsKey(one.id()) && !newcomers.contains(one))
        .filter(one -> forms.wants(one, arrival.message()))
        .toList();
  }

  private List<String> newcomers(Arrival arrival, Head head, View view) {
    return newcomersOf(head, view).stream()
        .filter(one -> one.wants(arrival.message().contract()))
        .map(Subscription::id)
        .collect(Collectors.toList());
  }

  private static List<Subscription> newcomersOf(Head head, View view) {
    if (head.routed() == 0) return List.of();
    return view.all().stream().filter(one -> one.from() != null && head.isNewTo(one.id())).toList();
  }

  /** Ahead of its turn: it waits in the ledger, and the head remembers that something waits. */
  private Optional<Passed> keep(Arrival arrival, Head head, Cell<Head> at) {
    ledger.write(Cell.absent(Entry.keyOf(arrival.id())), Entry.waiting(arrival), arrival, null);
    Head seen = head.seen(arrival.id().sequence());
    if (!seen.equals(head) && !ledger.write(at, seen)) return Optional.empty();
    log.info("waits for its turn", "message_id", arrival.id().toString());
    // The one before may have been routed meanwhile, by somebody who did not see this one yet.
    return Optional.of(Passed.MORE_WAITS);
  }

  private Optional<Passed> next(MessageId of, Outgoing outgoing) {
    Cell<Head> at = ledger.head(of);
    Head head = Head.of(at);
    if (head.hasToFill()) {
      Head filled = filling.step(of, at, outgoing);
      return filled == null ? Optional.empty() : Optional.of(Passed.MORE_WAITS);
    }
    if (!head.hasMore()) return Optional.of(Passed.ALL);
    MessageId next = new MessageId(of.source(), of.key(), head.routed() + 1);
    Entry waiting = ledger.entry(next).value();
    if (waiting == null) return Optional.of(Passed.ALL);
    return route(Arrival.of(waiting), head, at, outgoing);
  }

  /** The same identity with other words: nothing is routed in place of what was said first. */
  private boolean isSame(Arrival arrival, Entry entry) {
    if (entry.digest().equals(arrival.digest())) return true;
    log.warn(
        "conflict: the same identity with another digest", "message_id", arrival.id().toString());
    return false;
  }
}
