package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.List;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.lane.Lane;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;

/** Closes what is open in the lanes of somebody who has left: the books say that it was skipped. */
final class Leaving implements Work {
  static final String KIND = "leaving";
  static final String REASON = "the subscription is gone";
  private static final int A_TURN = 25;

  private final Ledger ledger;
  private final Clock clock;

  Leaving(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  static JsonNode orderOf(Subscription subscription) {
    return JsonNodeFactory.instance.objectNode().put("subscription", subscription.id());
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** What was closed is no longer listed: so each turn begins at the front. */
  @Override
  public Turn turn(Job job) {
    String id = job.order().path("subscription").asText();
    long closed = 0;
    for (Item lane : ledger.list(Lane.readyOf(id), null, A_TURN).items()) closed += close(id, lane);
    for (Item parked : ledger.list(Delivery.parkedOf(id), null, A_TURN).items())
      closed += end(parked) ? 1 : 0;
    return closed == 0
        ? Turn.last(0)
        : new Turn(JsonNodeFactory.instance.objectNode().put("again", true), closed);
  }

  private long close(String id, Item lane) {
    var any = Delivery.idOf(lane.key().partition(), 1);
    long done = Cell.of(lane, Lane.class).required().done();
    List<Item> open = ledger.deliveriesBehind(id, any.source(), any.key(), done, 1_000);
    long ended = open.stream().filter(this::end).count();
    Lane closed = Lane.closed(Cell.of(lane, Lane.class).required());
    return ledger.write(Cell.of(lane, Lane.class), closed) ? ended + 1 : ended;
  }

  private boolean end(Item delivery) {
    Cell<Delivery> at = Cell.of(delivery, Delivery.class);
    if (at.required().isFinal()) return false;
    var now = clock.instant();
    Delivery ended = at.required().in(DeliveryState.SKIPPED, at.required().attempts(), now, REASON);
    return ledger.end(at, ended, now);
  }
}
