package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.Replays;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;

/**
 * Looks through what was said under a new subscription's contracts, and begins to fill each key
 * that it has not got yet. A key of which something new is said begins by itself.
 */
final class Backfill implements Work {
  static final String KIND = "backfill";
  private static final int ENTRIES_A_TURN = 100;

  /** Longer than a call of the router, which looks at the subscriptions when it begins. */
  private static final Duration UNTIL_QUIET = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Router router;
  private final Supplier<Outgoing> outgoing;
  private final Clock clock;

  Backfill(
      Ledger ledger,
      Subscriptions subscriptions,
      Router router,
      Supplier<Outgoing> outgoing,
      Clock clock) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.router = router;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  static JsonNode orderOf(Subscription subscription) {
    return JsonNodeFactory.instance.objectNode().put("subscription", subscription.id());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    String id = job.order().path("subscription").asText();
    Subscription to = subscriptions.now().find(id).orElse(null);
    if (to == null || to.from() == null) return Turn.last(0);
    Place at = Place.of(job.place());
    return at.again() && clock.instant().isBefore(quiet(to))
        ? Turn.later(at.json(), Duration.between(clock.instant(), quiet(to)))
        : look(to, at);
  }

  /** Nobody routes any more by what was known before it joined, and no index lags behind that. */
  private static Instant quiet(Subscription joined) {
    return joined.since().plus(UNTIL_QUIET);
  }

  /**
   * @param again all is looked through twice
   */
  private record Place(boolean again, int contract, @Nullable String cursor) {

    static Place of(@Nullable JsonNode json) {
      if (json == null) return new Place(false, 0, null);
      return new Place(
          json.path("again").asBoolean(),
          json.path("contract").asInt(),
          json.path("cursor").textValue());
    }

    JsonNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("again", again)
          .put("contract", contract)
          .put("cursor", cursor);
    }
  }

  private Turn look(Subscription to, Place at) {
    if (at.contract() >= to.takes().size())
      return at.again() ? Turn.last(0) : new Turn(new Place(true, 0, null).json(), 0);
    String contract = to.takes().get(at.contract()).name();
    Page<Item> page = ledger.list(contract, at.cursor(), ENTRIES_A_TURN);
    Map<String, MessageId> keys = new LinkedHashMap<>();
    for (Item item : page.items())
      if (Entry.isAt(item.key())) {
        MessageId id = MessageId.parse(item.key().partition());
        if (!Replays.isReplayed(id)) keys.putIfAbsent(Head.keyOf(id).partition(), id);
      }
    Outgoing out = outgoing.get();
    long begun = keys.values().stream().filter(id -> begin(to, id, out)).count();
    out.send();
    boolean more = page.cursor() != null;
    var next = new Place(at.again(), more ? at.contract() : at.contract() + 1, page.cursor());
    return new Turn(next.json(), begun);
  }

  private boolean begin(Subscription to, MessageId of, Outgoing out) {
    Cell<Head> at = ledger.head(of);
    Head head = Head.of(at);
    boolean begins = head.routed() > 0 && head.isNewTo(to.id());
    if (begins
        && !ledger.write(at, head.fill(List.of(to.id()), subscriptions.atLeast(0).version())))
      return begin(to, of, out);
    if (begins || head.hasToFill()) router.goOn(of, out);
    return begins;
  }
}
