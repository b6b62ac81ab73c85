package waybill.exchange.lane;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.exchange.ledger.Delivery;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/**
 * One key on its way to one subscription: what was routed and not yet settled is open, and handed
 * out in order, to one holder of a lease at a time.
 *
 * @param routed the last sequence routed to it
 * @param done everything up to here is settled
 * @param handed everything up to here belongs to the lease
 * @param attempts how often the first open one was handed out
 * @param lease whose word counts; null if nobody's
 * @param turn from when on it may be handed out; null if nothing is open, or only the desk may
 * @param reason why the first open one was not settled
 */
public record Lane(
    long routed,
    long done,
    long handed,
    int attempts,
    @Nullable String lease,
    @Nullable Instant turn,
    @Nullable String reason,
    @Nullable Instant since) {
  static final String PLACE = "lane";
  static final Lane NEW = new Lane(0, 0, 0, 0, null, null, null, null);

  public static Key keyOf(String subscription, String source, String key) {
    return new Key(Delivery.lane(subscription, source, key), PLACE);
  }

  /** Of the lane that a delivery belongs to. */
  public static Key keyBeside(Key delivery) {
    return new Key(delivery.partition(), PLACE);
  }

  public static boolean isAt(Key key) {
    return key.place().equals(PLACE);
  }

  public static String readyOf(String subscription) {
    return "ready~" + subscription;
  }

  boolean isOpen() {
    return routed > done;
  }

  boolean isParked() {
    return isOpen() && turn == null;
  }

  boolean mayBeTaken(Instant now) {
    return isOpen() && turn != null && !turn.isAfter(now);
  }

  Lane routed(long sequence, Instant now) {
    if (sequence <= routed) return this;
    Instant nextTurn = isOpen() ? turn : now;
    Instant from = isOpen() ? since : now;
    return new Lane(sequence, done, handed, attempts, lease, nextTurn, reason, from);
  }

  /** The attempt is counted before it is made: a holder that dies is counted too. */
  Lane leased(String by, long upTo, Instant until) {
    return new Lane(Math.max(routed, upTo), done, upTo, attempts + 1, by, until, reason, since);
  }

  boolean isHeldBy(@Nullable String word) {
    return lease != null && lease.equals(word);
  }

  /** The lease ends with the last that belongs to it. */
  Lane settled(long sequence, Instant now) {
    boolean over = sequence >= handed;
    Instant next = sequence >= routed ? null : over ? now : turn;
    return new Lane(
        Math.max(routed, sequence),
        sequence,
        handed,
        over ? 0 : 1,
        over ? null : lease,
        next,
        null,
        now);
  }

  /**
   * @param again null if only the desk may go on
   */
  Lane failed(String why, @Nullable Instant again) {
    return new Lane(routed, done, done, attempts, null, again, why, since);
  }

  /** Nobody will ask for it any more. */
  public static Lane closed(Lane lane) {
    return new Lane(lane.routed, lane.routed, lane.routed, 0, null, null, null, null);
  }

  /** Of a lane with very much in it. */
  public Lane closedUpTo(long sequence) {
    return new Lane(routed, sequence, sequence, 0, null, turn, null, since);
  }

  public boolean isListedOrOpen() {
    return turn != null || isOpen();
  }

  Lane postponed(Instant until) {
    return new Lane(routed, done, handed, attempts, lease, until, reason, since);
  }

  Lane released(Instant now) {
    return new Lane(routed, done, done, 0, null, now, reason, since);
  }

  /**
   * Zero-padded and counted down, since lists show the newest first and the oldest has its turn.
   */
  public @Nullable Place listed(Key key) {
    if (turn == null) return null;
    int behind = key.partition().indexOf('~');
    String subscription = key.partition().substring(0, behind);
    return new Place(readyOf(subscription), countedDown(turn) + key.partition().substring(behind));
  }

  private static final long FAR = Duration.ofDays(1_000_000).toMillis();

  private static String countedDown(Instant turn) {
    return String.format("%015d", FAR - turn.toEpochMilli());
  }
}
