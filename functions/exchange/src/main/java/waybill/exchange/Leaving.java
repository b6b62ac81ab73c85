package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.lane.Lane;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;

/** Closes what is open in the lanes of somebody who has left: the books say that it was skipped. */
final class Leaving implements Work {
  static final String KIND = "leaving";
  static final String REASON = "the subscription is gone";
  private static final int A_TURN = 25;
  private static final JsonNode NOTHING_YET = JsonNodeFactory.instance.objectNode();

  private static final int A_LANE = 1_000;

  /** Longer than a call of the router, which looks at the subscriptions when it begins. */
  private static final Duration UNTIL_QUIET = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Clock clock;

  Leaving(Ledger ledger, Subscriptions subscriptions, Clock clock) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
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
    if (subscriptions.now().find(id).isPresent()) return Turn.last(0);
    long closed = 0;
    for (Item lane : ledger.list(Lane.readyOf(id), null, A_TURN).items())
      closed += close(lane.key());
    for (Item parked : ledger.list(Delivery.parkedOf(id), null, A_TURN).items())
      closed += closeBehind(parked);
    if (closed > 0) return new Turn(job.place() == null ? NOTHING_YET : job.place(), closed);
    return quietNow(job);
  }

  /** A router may still have known it a moment ago: so there is a last look later on. */
  private Turn quietNow(Job job) {
    Instant quiet = job.began().plus(UNTIL_QUIET);
    return clock.instant().isBefore(quiet)
        ? Turn.later(NOTHING_YET, Duration.between(clock.instant(), quiet))
        : Turn.last(0);
  }

  /** What only the desk would have let go on stands in no list, but what it was parked for does. */
  private long closeBehind(Item parked) {
    return close(Lane.keyBeside(parked.key())) + (end(parked) ? 1 : 0);
  }

  /** Ends what is open in a lane, or a good part of it. */
  long close(Key key) {
    Item lane = ledger.at(key).orElse(null);
    if (lane == null) return 0;
    Cell<Lane> at = Cell.of(lane, Lane.class);
    if (!at.required().isListedOrOpen()) return 0;
    List<Item> open = ledger.deliveriesBehind(key.partition(), at.required().done(), A_LANE);
    long ended = open.stream().filter(this::end).count();
    if (open.size() < A_LANE)
      return ledger.write(at, Lane.closed(at.required())) ? ended + 1 : ended;
    long last = Delivery.idOf(open.get(open.size() - 1).key()).sequence();
    ledger.write(at, at.required().closedUpTo(last), at.required().listed(key), null, null);
    return ended + 1;
  }

  private boolean end(Item delivery) {
    Cell<Delivery> at = Cell.of(delivery, Delivery.class);
    if (at.required().isFinal()) return false;
    var now = clock.instant();
    Delivery ended = at.required().in(DeliveryState.SKIPPED, at.required().attempts(), now, REASON);
    return ledger.end(at, ended, now);
  }
}
