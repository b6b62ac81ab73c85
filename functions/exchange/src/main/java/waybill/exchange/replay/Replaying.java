package waybill.exchange.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/**
 * Goes through the keys of a replay, round by round, until none is left. Live messages have other
 * identities or are sent by nobody twice at once: so they go on beside it.
 */
public final class Replaying implements Work {
  /** Nothing has moved: the others get some time, and the next minute looks again. */
  private static final Duration A_ROUND = Duration.ofSeconds(10);

  private static final int KEYS_A_TURN = 25;
  private static final int MESSAGES_OF_A_KEY = 10;

  private final Service exchange;
  private final Table table;
  private final Subscriptions subscriptions;
  private final Finding finding;
  private final Ledger ledger;
  private final Supplier<Sending> sending;

  public Replaying(
      Service exchange, Ledger ledger, Subscriptions subscriptions, Supplier<Sending> sending) {
    this.exchange = exchange;
    this.table = exchange.table();
    this.subscriptions = subscriptions;
    this.ledger = ledger;
    this.finding = new Finding(exchange, ledger);
    this.sending = sending;
  }

  @Override
  public String kind() {
    return Replays.KIND;
  }

  @Override
  public Turn turn(Job job) {
    Wanted wanted = Replays.wanted(job);
    Subscription to = subscriptions.now().find(wanted.subscription()).orElse(null);
    Progress at = Progress.of(job);
    if (to == null) return Turn.last(0);
    return at.sends() ? sends(job, wanted, to, at) : finding.turn(job, wanted, to, at);
  }

  private Turn sends(Job job, Wanted wanted, Subscription to, Progress at) {
    String partition = Replays.partition(job.id());
    String behind = at.behind() == null ? Replays.STRETCHES : at.behind();
    List<Item> keys = table.behind(partition, Replays.STRETCHES, behind, KEYS_A_TURN);
    if (keys.isEmpty()) return round(partition, at);
    Sending ways = sending.get();
    Step step = step(wanted, ways);
    long moved = 0;
    for (Item item : keys) moved += goOn(new Step.Case(job, wanted, to, item.key()), step);
    ways.flush();
    String last = keys.get(keys.size() - 1).key().place();
    return new Turn(at.served(last, moved > 0).toJson(), moved);
  }

  /** All were served once. Who is left waits for the subscriber. */
  private Turn round(String partition, Progress at) {
    boolean left = !table.under(partition, Replays.STRETCHES, 1).isEmpty();
    if (!left) return Turn.last(0);
    Duration pause = at.moved() ? Duration.ZERO : A_ROUND;
    return Turn.later(Progress.round().toJson(), pause);
  }

  private Step step(Wanted wanted, Sending ways) {
    return switch (wanted.mode()) {
      case FILL_GAPS -> new FillGaps(ledger, ways);
      case RE_EXECUTE -> new ReExecute(exchange, ledger, ways);
    };
  }

  private long goOn(Step.Case of, Step step) {
    Cell<Stretch> at = Cell.read(table, of.key(), Stretch.class);
    if (at.value() == null) return 0;
    Cell<Tally> tally = Cell.read(table, Replays.tallyOf(of.job().id()), Tally.class);
    Tally before = tally.value() == null ? Tally.of(of.job().id()) : tally.required();
    Step.State state = new Step.State(at.required(), before, false);
    for (int n = 0; n < MESSAGES_OF_A_KEY && !state.waits() && !step.isOver(state.stretch()); n++)
      state = step.one(of, state);
    boolean over = step.isOver(state.stretch());
    if (over || !state.stretch().equals(at.required())) write(of, at, state, tally, over);
    return state.stretch().equals(at.required()) ? 0 : 1;
  }

  /** If somebody else was faster, nothing is counted, and it is looked at again. */
  private void write(
      Step.Case of, Cell<Stretch> at, Step.State state, Cell<Tally> tally, boolean over) {
    Instant expires = exchange.clock().instant().plus(Finding.KEPT);
    Job job = of.job();
    Change stretch = over ? at.remove() : at.put(state.stretch(), null, expires);
    Change count =
        tally.put(
            state.tally(), Replays.listed(of.to().name(), job.began(), job.id()), null, expires);
    table.write(new Write(exchange.ids().next(), List.of(stretch, count)));
  }
}
