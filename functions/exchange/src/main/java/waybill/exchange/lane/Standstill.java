package waybill.exchange.lane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Table;

/**
 * A lane as somebody decides about the first message in it. What is decided is written together
 * with the lane: so whoever was handed it meanwhile, or has it handed out meanwhile, wins clearly.
 */
public record Standstill(Way way, Cell<Lane> at) {

  public static Standstill of(Table table, Subscription of, String source, String key) {
    return new Standstill(of.way(), Cell.read(table, Lane.keyOf(of.id(), source, key), Lane.class));
  }

  /** Until when somebody has it in hand; null if nobody does. */
  public @Nullable Instant leasedUntil(Instant now) {
    Lane lane = lane();
    Instant turn = lane.turn();
    return lane.lease() != null && turn != null && turn.isAfter(now) ? turn : null;
  }

  /** Everything before it is settled. */
  public long done() {
    return lane().done();
  }

  /** It is tried at once, from the first attempt on; a lease that ran out is worth nothing more. */
  public Change released(Instant now) {
    return put(lane().released(now));
  }

  /** It is settled, and the next one's turn has come. */
  public Change settled(long sequence, Instant now) {
    return put(lane().released(now).settled(sequence, now));
  }

  private Lane lane() {
    Lane lane = at.value();
    return lane == null ? Lane.NEW : lane;
  }

  private Change put(Lane lane) {
    Instant due = way == Way.WEBHOOK ? lane.turn() : null;
    return at.put(lane, lane.listed(at.key()), due, null);
  }
}
