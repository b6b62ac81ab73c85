package waybill.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
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
  private final Door door;
  private final Decisions decisions;
  private final Clock clock;
  private final Duration resendAfter;
  private final Log log;

  Router(
      Ledger ledger,
      Subscriptions subscriptions,
      Door door,
      Decisions decisions,
      Clock clock,
      Duration resendAfter,
      Log log) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.door = door;
    this.decisions = decisions;
    this.clock = clock;
    this.resendAfter = resendAfter;
    this.log = log;
  }

  void take(Arrival arrival, Outgoing outgoing) {
    if (door.admits(arrival.message())) takeAccepted(arrival, outgoing);
  }

  /** What came over HTTP was judged before it was accepted, and is not judged again. */
  void takeAccepted(Arrival arrival, Outgoing outgoing) {
    Passed passed = decisions.untilWritten(() -> step(arrival, outgoing));
    while (passed == Passed.MORE_WAITS)
      passed = decisions.untilWritten(() -> next(arrival.id(), outgoing));
  }

  private enum Passed {
    ALL,
    MORE_WAITS;

    static Optional<Passed> of(Head head) {
      return Optional.of(head.hasMore() ? MORE_WAITS : ALL);
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
    entry
        .subscribers()
        .forEach(
            (subscriber, after) -> {
              Delivery delivery = ledger.delivery(arrival.id(), subscriber).value();
              if (delivery != null && !delivery.isFinal())
                outgoing.delivery(subscriber, arrival, after, "");
            });
  }

  private Optional<Passed> route(Arrival arrival, Head head, Cell<Head> at, Outgoing outgoing) {
    Entry decided = decide(arrival, head);
    if (decided == null) return Optional.empty();
    if (!isSame(arrival, decided)) return Optional.of(Passed.ALL);
    Set<String> to = decided.subscribers().keySet();
    Instant now = clock.instant();
    for (String subscriber : to)
      ledger.write(
          Cell.absent(Delivery.keyOf(arrival.id(), subscriber)),
          Delivery.sent(now),
          now.plus(resendAfter),
          null);
    Head moved = head.routed(arrival.id().sequence(), to);
    if (!ledger.write(at, moved)) return Optional.empty();
    sent(arrival, decided, outgoing);
    return Passed.of(moved);
  }

  private void sent(Arrival arrival, Entry entry, Outgoing outgoing) {
    String to = String.join(" ", entry.subscribers().keySet());
    log.info("routed", "message_id", arrival.id().toString(), "to", to);
    outgoing.routed(arrival.id().source(), arrival.routed());
    entry
        .subscribers()
        .forEach((subscriber, after) -> outgoing.delivery(subscriber, arrival, after, ""));
  }

  /** To whom is decided once, in the entry itself; whoever comes second takes what stands there. */
  private @Nullable Entry decide(Arrival arrival, Head head) {
    Entry routed =
        Entry.routed(arrival, head.after(subscriptions.to(arrival.message().contract())));
    Instant expiry = expiry(arrival, routed);
    if (ledger.write(Cell.absent(Entry.keyOf(arrival.id())), routed, null, expiry)) return routed;
    Cell<Entry> there = ledger.entry(arrival.id());
    Entry found = there.value();
    if (found == null) return null;
    if (found.isRouted() || !found.digest().equals(arrival.digest())) return found;
    return ledger.write(there, routed, null, expiry) ? routed : null;
  }

  /** Retention starts at the last receipt; where nobody listens there will be none. */
  private @Nullable Instant expiry(Arrival arrival, Entry entry) {
    if (!entry.subscribers().isEmpty()) return null;
    return clock.instant().plus(ledger.retention(arrival.message().contract()));
  }

  /** Ahead of its turn: it waits in the ledger, and the head remembers that something waits. */
  private Optional<Passed> keep(Arrival arrival, Head head, Cell<Head> at) {
    ledger.write(Cell.absent(Entry.keyOf(arrival.id())), Entry.waiting(arrival));
    Head seen = head.seen(arrival.id().sequence());
    if (!seen.equals(head) && !ledger.write(at, seen)) return Optional.empty();
    log.info("waits for its turn", "message_id", arrival.id().toString());
    // The one before may have been routed meanwhile, by somebody who did not see this one yet.
    return Optional.of(Passed.MORE_WAITS);
  }

  private Optional<Passed> next(MessageId of, Outgoing outgoing) {
    Cell<Head> at = ledger.head(of);
    Head head = Head.of(at);
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
