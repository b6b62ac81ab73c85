package waybill.exchange.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Backoff;

/**
 * Hands out what was routed to subscriptions that have no inbox of ours: each key in order, by
 * leases that return by themselves. Each step is one write; whoever comes after a crash finds what
 * was done and goes on behind it.
 */
public final class Lanes {
  /** Whoever waits is told in time that nothing is here yet; what was passed stays passed. */
  private static final Duration LOOK_MAX = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final Standing standing;
  private final Table table;
  private final Ids ids;
  private final Clock clock;
  private final Decisions decisions;

  /** When one that failed may be tried again, by how often it was; null for never. */
  public interface Retry {
    @Nullable Instant after(int attempts, Instant now);
  }

  /** The same for one that has just failed. */
  public interface Again {
    @Nullable Instant after(int attempts);
  }

  public Lanes(Service exchange, Ledger ledger, Forms forms) {
    this.ledger = ledger;
    this.standing = new Standing(ledger, forms, exchange.clock());
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.clock = exchange.clock();
    this.decisions = exchange.decisions();
  }

  /** One more is open; whoever repeats it changes nothing. */
  public void routed(Subscription to, MessageId id) {
    decisions.untilWritten(
        () -> {
          Cell<Lane> at = cell(to.id(), id.source(), id.key());
          Lane lane = of(at);
          Lane more = lane.routed(id.sequence(), clock.instant());
          return more.equals(lane) || write(to.way(), at, more)
              ? Optional.of(true)
              : Optional.empty();
        });
  }

  /** The lanes whose turn it is, those that waited longest first. */
  public List<Item> ready(String subscription, int most) {
    Instant now = clock.instant();
    List<Item> ready = new ArrayList<>();
    for (Item item : ledger.list(Lane.readyOf(subscription), null, most).items())
      if (Cell.of(item, Lane.class).required().mayBeTaken(now)) ready.add(item);
    return ready;
  }

  /**
   * Leases a lane and hands out what is open in it.
   *
   * @return nothing if it is not its turn, or if what is first in it can't be made
   */
  public Optional<Leased> take(
      Subscription by, String source, String key, Share share, Duration time, Retry retry) {
    Instant enough = clock.instant().plus(LOOK_MAX);
    while (clock.instant().isBefore(enough)) {
      Cell<Lane> at = cell(by.id(), source, key);
      Lane lane = of(at);
      Instant now = clock.instant();
      if (!lane.mayBeTaken(now)) return Optional.empty();
      Lane passed = standing.passed(lane, at);
      if (!passed.isOpen()) {
        write(by.way(), at, passed);
        return Optional.empty();
      }
      if (passed.lease() != null && retry.after(passed.attempts(), now) == null)
        return parked(by, at, passed, "the lease ran out " + passed.attempts() + " times", null);
      List<Open> open;
      try {
        open = standing.open(by, at, passed, share);
      } catch (Untranslatable e) {
        return parked(by, at, passed, e.reason(), aDayLater());
      }
      if (open.isEmpty()) return Optional.empty();
      if (!standing.isTooLate(open.get(0))) return leased(by, at, passed, open, now.plus(time));
      if (!endedTooLate(by, at, passed, open.get(0))) return Optional.empty();
    }
    return Optional.empty();
  }

  /** Nobody is to act any more on what is first; so what is behind it has its turn. */
  private boolean endedTooLate(Subscription by, Cell<Lane> at, Lane lane, Open first) {
    Instant now = clock.instant();
    Message message = first.message();
    String why = "too-late: nobody was to act on it after " + message.expires();
    Cell<Delivery> delivery = first.at();
    Delivery ended = delivery.required().in(DeliveryState.REFUSED, lane.attempts(), now, why);
    return ledger.end(delivery, ended, now)
        && write(by.way(), at, lane.released(now).settled(message.id().sequence(), now));
  }

  private Optional<Leased> leased(
      Subscription by, Cell<Lane> at, Lane lane, List<Open> open, Instant until) {
    long last = open.get(open.size() - 1).message().id().sequence();
    Lane leased = lane.leased(ids.next(), last, until);
    if (!write(by.way(), at, leased)) return Optional.empty();
    return Optional.of(new Leased(String.valueOf(leased.lease()), until, leased.attempts(), open));
  }

  /** A bridge may have come. */
  private Instant aDayLater() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  private Optional<Leased> parked(
      Subscription by, Cell<Lane> at, Lane lane, String why, @Nullable Instant again) {
    Instant next = again;
    Cell<Delivery> first = standing.first(at, lane).orElse(null);
    if (first != null) {
      park(first, lane.attempts(), why);
      next = Backoff.sooner(again, standing.expiry(first));
    }
    write(by.way(), at, lane.failed(why, next));
    return Optional.empty();
  }

  private void park(Cell<Delivery> at, int attempts, String why) {
    Delivery delivery = at.required();
    ledger.write(at, delivery.in(DeliveryState.PARKED, attempts, clock.instant(), why), null, null);
  }

  /** Final: the message is settled, and the next one's turn has come. */
  public Said end(
      Subscription by,
      MessageId id,
      @Nullable String lease,
      DeliveryState state,
      @Nullable String why) {
    return decisions.untilWritten(
        () -> {
          Cell<Lane> at = cell(by.id(), id.source(), id.key());
          Said said = heard(by, at, id, lease);
          if (said != Said.NOTED) return Optional.of(said);
          return ended(by, at, id, state, why) ? Optional.of(Said.NOTED) : Optional.empty();
        });
  }

  private boolean ended(
      Subscription by, Cell<Lane> at, MessageId id, DeliveryState state, @Nullable String why) {
    Lane lane = of(at);
    Instant now = clock.instant();
    Cell<Delivery> delivery = ledger.delivery(id, by.id());
    Delivery ended = delivery.required().in(state, lane.attempts(), now, why);
    return ledger.end(delivery, ended, now)
        && write(by.way(), at, lane.settled(id.sequence(), now));
  }

  /** Not settled: it waits for its next attempt, and what is behind it with it. */
  public Said failed(
      Subscription by, MessageId id, @Nullable String lease, String why, Again again) {
    return decisions.untilWritten(
        () -> {
          Cell<Lane> at = cell(by.id(), id.source(), id.key());
          Said said = heard(by, at, id, lease);
          if (said != Said.NOTED) return Optional.of(said);
          Lane lane = of(at);
          Cell<Delivery> delivery = ledger.delivery(id, by.id());
          park(delivery, lane.attempts(), why);
          Instant next = Backoff.sooner(again.after(lane.attempts()), standing.expiry(delivery));
          return write(by.way(), at, lane.failed(why, next))
              ? Optional.of(Said.NOTED)
              : Optional.empty();
        });
  }

  /** In order, and only from whoever holds the lease. */
  private Said heard(Subscription by, Cell<Lane> at, MessageId id, @Nullable String lease) {
    Lane lane = of(at);
    Delivery delivery = ledger.delivery(id, by.id()).value();
    if (delivery == null || delivery.isFinal()) return Said.UNKNOWN;
    if (!lane.isHeldBy(lease) || id.sequence() > lane.handed()) return Said.STALE;
    return standing.isFirst(at, lane, id) ? Said.NOTED : Said.STALE;
  }

  /** Somebody looks after it now; if nothing comes of that, it is due again. */
  public void lookAgain(Item item, Instant due) {
    Cell<Lane> at = Cell.of(item, Lane.class);
    ledger.write(at, at.required(), at.required().listed(at.key()), due, null);
  }

  /** Its turn comes later; nothing was tried. */
  public void postpone(Subscription of, String source, String key, Instant until) {
    Cell<Lane> at = cell(of.id(), source, key);
    Lane lane = of(at);
    if (lane.mayBeTaken(clock.instant())) write(of.way(), at, lane.postponed(until));
  }

  /** The desk lets it be tried at once, from the first attempt on. */
  public boolean release(Subscription of, String source, String key) {
    Cell<Lane> at = cell(of.id(), source, key);
    Lane lane = of(at);
    return lane.isOpen() && write(of.way(), at, lane.released(clock.instant()));
  }

  private Cell<Lane> cell(String subscription, String source, String key) {
    return Cell.read(table, Lane.keyOf(subscription, source, key), Lane.class);
  }

  private static Lane of(Cell<Lane> at) {
    return at.value() == null ? Lane.NEW : at.required();
  }

  /** Whoever asks finds it in the list; who is called must be called when it is due. */
  private boolean write(Way way, Cell<Lane> at, Lane lane) {
    Instant due = way == Way.WEBHOOK ? lane.turn() : null;
    return ledger.write(at, lane, lane.listed(at.key()), due, null);
  }
}
