package waybill.exchange.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.job.Job;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Service;
import waybill.kit.commit.Cell;

/**
 * Says everything once more as a source of its own. The copies are counted in the order of what
 * they repeat, and all of their words follow from that: so whoever repeats a turn makes the same.
 */
final class ReExecute implements Step {
  private final Service exchange;
  private final Ledger ledger;
  private final Sending sending;

  ReExecute(Service exchange, Ledger ledger, Sending sending) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.sending = sending;
  }

  /** What became of every copy is counted too. */
  @Override
  public boolean isOver(Stretch stretch) {
    return !stretch.hasMore() && stretch.told() >= stretch.copies();
  }

  @Override
  public State one(Case of, State state) {
    Stretch stretch = state.stretch();
    if (!stretch.hasMore()) return told(of, state);
    MessageId id = Replays.at(of.key(), stretch.at());
    Entry entry = ledger.entry(id).value();
    if (entry == null || !entry.subscribers().containsKey(of.to().id()))
      return state.with(stretch.past());
    Message original = Arrival.of(entry).message();
    if (!of.wanted().has(original)) return state.with(stretch.past());
    if (entry.wasErased()) return state.looked(stretch.past());
    if (!sending.mayGo(of.to())) return state.waiting();
    long number = copied(of, original, stretch.copies() + 1);
    return new State(stretch.copied(number), state.tally().looked().sentOne(), false);
  }

  /** After a crash the number may be that of one which is gone meanwhile: then it is the next. */
  private long copied(Case of, Message original, long number) {
    Arrival copy = copy(of.job(), original, number);
    Instant now = exchange.clock().instant();
    Entry entry = Entry.routed(copy, Map.of(of.to().id(), number - 1), now);
    if (number == 1) remember(original.id(), copy.id().source());
    Cell<Entry> at = Cell.absent(Entry.keyOf(copy.id()));
    Instant until = sending.keptUntil(of.to(), copy);
    if (original.dataref() != null) keepDocument(original, until, now);
    boolean fresh = ledger.write(at, entry, copy, until);
    Entry there = fresh ? entry : ledger.entry(copy.id()).required();
    Arrival made = Arrival.of(there);
    sending.first(of.to(), made, there);
    lead(of, copy.id());
    boolean same = there.digest().equals(copy.digest());
    return same ? number : copied(of, original, number + 1);
  }

  /** The copy leads to the same document, which goes when its own message has gone. */
  private void keepDocument(Message original, @Nullable Instant copyUntil, Instant now) {
    Instant behindNow = now.plus(ledger.retention(original.contract()));
    ledger.keep(original.id(), copyUntil == null ? behindNow : copyUntil);
  }

  private static Arrival copy(Job job, Message original, long number) {
    MessageId id =
        new MessageId(Replays.sourceOf(job, original.source()), original.id().key(), number);
    Message copy =
        new Message(
            id,
            original.contract(),
            job.began(),
            original.correlation(),
            original.id().toString(),
            original.hops() + 1,
            original.traceparent(),
            null, // To carry it out once more is the operator's wish, whatever the time.
            null,
            null,
            original.dataref(),
            original.data());
    return Arrival.of(copy, copy.toJson());
  }

  private void remember(MessageId original, String as) {
    var at = Replays.madeAt(original.source(), original.key(), as);
    ledger.write(Cell.absent(at), Map.of("source", as));
  }

  private void lead(Case of, MessageId copy) {
    exchange
        .decisions()
        .untilWritten(
            () -> {
              Cell<Head> at = ledger.head(copy);
              Head head = Head.of(at);
              boolean led =
                  head.routed() >= copy.sequence()
                      || ledger.write(
                          at, head.routed(copy.sequence(), List.of(of.to().id()), head.view()));
              return led ? Optional.of(true) : Optional.empty();
            });
  }

  private State told(Case of, State state) {
    Stretch stretch = state.stretch();
    MessageId original = Replays.at(of.key(), stretch.low());
    MessageId copy =
        new MessageId(
            Replays.sourceOf(of.job(), original.source()), original.key(), stretch.told() + 1);
    Delivery delivery = ledger.delivery(copy, of.to().id()).value();
    if (delivery == null || delivery.isFinal()) {
      boolean well = delivery != null && delivery.state() == DeliveryState.HANDLED;
      return new State(stretch.toldOne(), state.tally().ended(well), false);
    }
    boolean stuck = stretch.blocked() || delivery.state() == DeliveryState.PARKED;
    if (!stuck) return state.waiting();
    return new State(stretch.toldOne().stuck(), state.tally().ended(false), false);
  }
}
