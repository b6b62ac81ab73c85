package waybill.exchange.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Page;
import waybill.kit.commit.Prepared;

/** Sees an order through: about one message, or about all of a group, some at a time. */
public final class Ordering implements Work {
  static final int A_TURN = 25;

  private final Service exchange;
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Desk desk;
  private final Supplier<Sending> sending;

  public Ordering(
      Service exchange,
      Ledger ledger,
      Subscriptions subscriptions,
      Desk desk,
      Supplier<Sending> sending) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.desk = desk;
    this.sending = sending;
  }

  @Override
  public String kind() {
    return Task.KIND;
  }

  @Override
  public Turn turn(Job job) {
    Task task = Task.of(job);
    Progress at = Progress.of(job);
    Subscription of = subscriptions.now().find(task.subscription()).orElse(null);
    if (of == null) return Turn.last(0);
    if (!at.chosen().isEmpty()) return order(job, task, at, of);
    return at.last() ? Turn.last(0) : choose(task, at, of);
  }

  private Turn choose(Task task, Progress at, Subscription of) {
    Page<ParkedKey> page = desk.parked().page(of, task.group(), at.cursor(), A_TURN);
    List<String> chosen = page.items().stream().map(one -> one.id().toString()).toList();
    return new Turn(at.chose(chosen, page.cursor()).toJson(), 0);
  }

  private Turn order(Job job, Task task, Progress at, Subscription of) {
    Sending ways = sending.get();
    CarryingOut carryingOut = new CarryingOut(exchange, ledger, ways);
    long ordered = 0;
    for (String chosen : at.chosen()) {
      Optional<Deed> deed =
          exchange.decisions().untilWritten(() -> deed(job.id(), task, of, chosen));
      deed.ifPresent(one -> carryingOut.of(of, one));
      if (deed.isPresent()) ordered++;
    }
    ways.flush();
    return new Turn(at.done(ordered, at.chosen().size() - ordered).toJson(), ordered);
  }

  /** Empty inside if there is nothing to order any more. */
  private Optional<Optional<Deed>> deed(String job, Task task, Subscription of, String chosen) {
    Cell<Deed> before = Cell.read(exchange.table(), Deed.keyOf(job, chosen), Deed.class);
    if (before.value() != null) return Optional.of(Optional.of(before.value()));
    if (task.group() == null) return Optional.of(Optional.empty());
    Wish wish = new Wish(task.order(), MessageId.parse(chosen), task.reason(), task.by(), null);
    Decided decided = desk.decide(of, wish);
    if (decided.refusal().isPresent()) return Optional.of(Optional.empty());
    Deed deed = Deed.of(job, task, decided, exchange.clock().instant());
    return write(decided, deed.kept(chosen)) ? Optional.of(Optional.of(deed)) : Optional.empty();
  }

  private boolean write(Decided decided, Change deed) {
    Prepared all = Prepared.of(deed);
    for (Change change : decided.changes()) all = all.with(change);
    return all.writeTo(exchange.table(), exchange.ids().next());
  }
}
