package waybill.exchange.replay;

import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.Cell;

/**
 * Sends again what is not final, one after the other: the next one of a key when the one before it
 * is settled. What is done stays as it is.
 */
final class FillGaps implements Step {
  private final Ledger ledger;
  private final Sending sending;

  FillGaps(Ledger ledger, Sending sending) {
    this.ledger = ledger;
    this.sending = sending;
  }

  @Override
  public boolean isOver(Stretch stretch) {
    return !stretch.hasMore();
  }

  @Override
  public State one(Case of, State state) {
    Stretch stretch = state.stretch();
    MessageId id = Replays.at(of.key(), stretch.at());
    Entry entry = ledger.entry(id).value();
    if (entry == null
        || !entry.subscribers().containsKey(of.to().id())
        || !of.wanted().has(Arrival.of(entry).message())) return state.with(stretch.past());
    Cell<Delivery> at = ledger.delivery(id, of.to().id());
    Delivery delivery = at.value();
    if (delivery == null || delivery.isFinal()) return settled(state, delivery);
    if (stretch.blocked()) return failed(state);
    if (stretch.isUnderWay())
      return isParkedAgain(stretch, delivery) ? failed(state) : state.waiting();
    return open(of, state, at, entry.subscribers().getOrDefault(of.to().id(), 0L));
  }

  private static State settled(State state, @Nullable Delivery delivery) {
    Stretch stretch = state.stretch();
    State looked = state.looked(stretch.past());
    if (!stretch.isUnderWay() || delivery == null) return looked;
    boolean well = delivery.state() == DeliveryState.HANDLED;
    return new State(looked.stretch(), looked.tally().ended(well), false);
  }

  /** And with it what is behind it. */
  private static State failed(State state) {
    return new State(state.stretch().past().stuck(), state.tally().looked().ended(false), false);
  }

  private static boolean isParkedAgain(Stretch stretch, Delivery delivery) {
    return delivery.state() == DeliveryState.PARKED
        && (stretch.seen() == null || delivery.at().isAfter(stretch.seen()));
  }

  private State open(Case of, State state, Cell<Delivery> at, long after) {
    MessageId id = Delivery.idOf(at.key());
    Delivery before =
        after == 0
            ? null
            : ledger.delivery(new MessageId(id.source(), id.key(), after), of.to().id()).value();
    if (before != null && !before.isFinal())
      return before.state() == DeliveryState.PARKED ? failed(state) : state.waiting();
    if (!sending.mayGo(of.to())) return state.waiting();
    Delivery open = at.required();
    if (of.to().way().hasLanes()) sending.release(of.to(), id);
    else if (!sending.again(at, of.to())) return state.waiting();
    return new State(state.stretch().sent(open.at()), state.tally().sentOne(), true);
  }
}
