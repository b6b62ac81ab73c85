package waybill.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.lane.Lane;
import waybill.exchange.lane.Lanes;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.Sending;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.commit.Cell;

/** The ways of the exchange, as a replay takes them for one turn. */
final class ReplayWays implements Sending {
  private final Ledger ledger;
  private final Deliveries deliveries;
  private final Lanes lanes;
  private final Resend resend;
  private final Backlog backlog;
  private final Outgoing outgoing;
  private final Map<String, Boolean> may = new HashMap<>();

  ReplayWays(Exchange exchange, Backlog backlog, Outgoing outgoing) {
    this.ledger = exchange.ledger;
    this.deliveries = exchange.deliveries;
    this.lanes = exchange.lanes;
    this.resend = exchange.resend(backlog);
    this.backlog = backlog;
    this.outgoing = outgoing;
  }

  /** Asked once a turn: what this turn sends goes out at its end. */
  @Override
  public boolean mayGo(Subscription to) {
    return may.computeIfAbsent(to.id(), id -> !to.isHindered() && backlog.isEmpty(to));
  }

  @Override
  public boolean again(Cell<Delivery> open, Subscription to) {
    return resend.again(open, to, outgoing);
  }

  @Override
  public @Nullable Instant keptUntil(Subscription to, Arrival arrival) {
    return deliveries.kept(arrival, List.of(to)).entryExpiry();
  }

  @Override
  public void first(Subscription to, Arrival arrival, Entry entry) {
    var kept = deliveries.kept(arrival, List.of(to));
    Delivery made = deliveries.make(to, arrival, entry, kept);
    deliveries.counted(arrival, Set.of(to.id()));
    deliveries.send(to, arrival, entry, made, "", outgoing);
  }

  /** Whoever has it in hand is at it anyway: the lease would lose its word. */
  @Override
  public void release(Subscription to, MessageId of) {
    boolean inHand =
        ledger
            .at(Lane.keyOf(to.id(), of.source(), of.key()))
            .map(item -> Cell.of(item, Lane.class).required())
            .filter(lane -> lane.lease() != null)
            .isPresent();
    if (!inHand) lanes.release(to, of.source(), of.key());
    if (to.way() == Way.WEBHOOK) outgoing.call(to, of.source(), of.key());
  }

  @Override
  public void flush() {
    outgoing.send();
  }
}
