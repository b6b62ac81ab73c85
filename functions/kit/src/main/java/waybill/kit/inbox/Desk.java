package waybill.kit.inbox;

import java.util.Optional;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.Outcome;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/** Carries out what an operator decided about the head of a parked key. */
final class Desk {
  private final Table table;
  private final Settling settling;
  private final Drain drain;
  private final Decisions decisions;

  Desk(Table table, Settling settling, Drain drain, Decisions decisions) {
    this.table = table;
    this.settling = settling;
    this.drain = drain;
    this.decisions = decisions;
  }

  /** An order about a message that is no longer the head comes too late: nothing happens. */
  void carryOut(DeskOrder order, Word word) {
    boolean carriedOut =
        switch (order.order()) {
          case RETRY -> release(order, word);
          case SKIP -> decisions.untilWritten(() -> skip(order, word));
          case EDIT -> decisions.untilWritten(() -> edit(order));
        };
    if (carriedOut) drain.run(order.source(), order.key(), word);
  }

  private boolean release(DeskOrder order, Word word) {
    Optional<Held> head = head(order);
    head.ifPresent(
        held -> word.receipt(held.id(), Outcome.RELEASED, held.attempts(), order.reason()));
    return head.isPresent();
  }

  private Optional<Boolean> skip(DeskOrder order, Word word) {
    Standing standing = Standing.read(table, order.source(), order.key());
    Optional<Held> head = head(order);
    if (head.isEmpty() || standing.isDone(head.get().id())) return Optional.of(false);
    Held held = head.get();
    // A skip may not hide a gap: what is missing before it would never be asked for again.
    if (Reception.after(held.message()) > standing.watermark()) return Optional.of(false);
    String reason = Judge.brief("skipped by " + order.by() + ": " + order.reason());
    boolean written = settling.end(standing, held.message(), held, Outcome.SKIPPED, reason, word);
    return written ? Optional.of(true) : Optional.empty();
  }

  private Optional<Boolean> edit(DeskOrder order) {
    Optional<Held> head = head(order);
    if (head.isEmpty() || order.data() == null) return Optional.of(false);
    Prepared edited = Prepared.of(head.get().edited(order.data()).put());
    return settling.write(edited) ? Optional.of(true) : Optional.empty();
  }

  private Optional<Held> head(DeskOrder order) {
    return Held.first(table, order.source(), order.key())
        .filter(held -> held.id().sequence() == order.sequence());
  }
}
