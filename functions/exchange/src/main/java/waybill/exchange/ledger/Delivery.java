package waybill.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ShownDelivery;
import waybill.contracts.exchange.TracedDelivery;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/**
 * One message on its way to one subscription: a small row, in order among those of its key.
 *
 * @param sends how many copies were sent
 * @param attempts how often the subscriber says that it tried
 * @param held why it is not simply on its way: the exchange cannot make it, the desk took its body
 *     away, or others wait for its end
 * @param edited what the desk put in place of its data
 * @param parked since when without a break; null if it is not
 */
public record Delivery(
    DeliveryState state,
    int sends,
    int attempts,
    Instant at,
    @Nullable String reason,
    Kept kept,
    @Nullable Hold held,
    @Nullable Edit edited,
    @Nullable Instant parked) {
  public static final String PLACES = "to~";
  private static final long FAR = 9_999_999_999L;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** Why the exchange itself holds it. */
  public enum Hold {
    /** It has no way to the version that is taken. */
    UNTRANSLATABLE,
    /** The desk skips it: it goes out without a body, and is final once the subscriber says so. */
    SKIPPED,
    /** It is not held itself: what is behind it waits until it has ended. */
    LEADS
  }

  public static String lane(String subscription, String source, String key) {
    return subscription + "~" + source + "~" + key;
  }

  public static String place(long sequence) {
    return PLACES + String.format("%010d", sequence);
  }

  public static Key keyOf(MessageId id, String subscription) {
    return new Key(lane(subscription, id.source(), id.key()), place(id.sequence()));
  }

  public static boolean isAt(Key key) {
    return key.place().startsWith(PLACES);
  }

  public static String subscriptionOf(Key key) {
    return key.partition().substring(0, key.partition().indexOf('~'));
  }

  public static MessageId idOf(Key key) {
    return idOf(key.partition(), Long.parseLong(key.place().substring(PLACES.length())));
  }

  public static MessageId idOf(String lane, long sequence) {
    return MessageId.parse(lane.substring(lane.indexOf('~') + 1) + "~" + sequence);
  }

  public static Delivery sent(Instant at, Kept kept) {
    return new Delivery(DeliveryState.IN_FLIGHT, 1, 0, at, null, kept, null, null, null);
  }

  public static Delivery untranslatable(String reason, Instant at, Kept kept) {
    return new Delivery(
        DeliveryState.PARKED, 0, 0, at, reason, kept, Hold.UNTRANSLATABLE, null, at);
  }

  /** Its turn comes once what is in front of it has ended. */
  public static Delivery waiting(Instant at, Kept kept) {
    return new Delivery(DeliveryState.IN_FLIGHT, 0, 0, at, null, kept, null, null, null);
  }

  public boolean isWaiting() {
    return state == DeliveryState.IN_FLIGHT && sends == 0;
  }

  /** Others wait for its end; one that is held itself is no longer told so. */
  public Delivery leading() {
    Hold both = held == null ? Hold.LEADS : held;
    return new Delivery(state, sends, attempts, at, reason, kept, both, edited, parked);
  }

  public boolean leads() {
    return held == Hold.LEADS;
  }

  /** The exchange can't make it any more; what the desk put in place of its data stays. */
  public Delivery unmade(String why, Instant when) {
    return new Delivery(
        DeliveryState.PARKED,
        sends,
        attempts,
        when,
        why,
        kept,
        Hold.UNTRANSLATABLE,
        edited,
        parkedSince(DeliveryState.PARKED, when));
  }

  public Delivery sentAgain() {
    return new Delivery(state, sends + 1, attempts, at, reason, kept, held, edited, parked);
  }

  public Delivery told(Receipt receipt) {
    DeliveryState now = stateOf(receipt);
    // Until it has ended it goes out with what the desk said.
    boolean ends = now != DeliveryState.PARKED && now != DeliveryState.IN_FLIGHT;
    String why = isWithoutBody() && !ends ? reason : receipt.reason();
    return in(now, receipt.attempts(), receipt.at(), why);
  }

  public Delivery in(DeliveryState now, int tried, Instant when, @Nullable String why) {
    return new Delivery(now, sends, tried, when, why, kept, held, edited, parkedSince(now, when));
  }

  private @Nullable Instant parkedSince(DeliveryState now, Instant when) {
    if (now != DeliveryState.PARKED) return null;
    return state == DeliveryState.PARKED && parked != null ? parked : when;
  }

  /** The exchange can make it after all. */
  public Delivery freed(Instant when) {
    Hold still = leads() ? Hold.LEADS : null;
    return new Delivery(
        DeliveryState.IN_FLIGHT, sends + 1, attempts, when, null, kept, still, edited, null);
  }

  /** From now on it goes out without a body; it ends when the subscriber says so. */
  public Delivery emptied(Instant when, String why) {
    return new Delivery(
        DeliveryState.IN_FLIGHT, sends + 1, attempts, when, why, kept, Hold.SKIPPED, edited, null);
  }

  public Delivery edited(Edit by) {
    return new Delivery(state, sends, attempts, at, reason, kept, held, by, parked);
  }

  /** What the desk put in place of its data is gone too. */
  public Delivery erased() {
    Hold still = held == Hold.UNTRANSLATABLE ? null : held;
    return new Delivery(state, sends, attempts, at, reason, kept, still, null, parked);
  }

  private static DeliveryState stateOf(Receipt receipt) {
    return switch (receipt.outcome()) {
      case HANDLED -> DeliveryState.HANDLED;
      case REFUSED -> DeliveryState.REFUSED;
      case SKIPPED -> DeliveryState.SKIPPED;
      case PARKED -> DeliveryState.PARKED;
      case RELEASED -> DeliveryState.IN_FLIGHT;
    };
  }

  /** Doubles with each copy, also while the subscriber only says that the message is parked. */
  public Instant nextCopy(Instant now, Duration first) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(0, sends - 1), 20));
    return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /** Parked is a state: it may still be handled, refused or skipped. */
  public boolean isFinal() {
    return state != DeliveryState.IN_FLIGHT && state != DeliveryState.PARKED;
  }

  /** The exchange, and not the subscriber, has it in hand. */
  public boolean isInOurHands() {
    return held != null && held != Hold.LEADS;
  }

  public boolean isUntranslatable() {
    return held == Hold.UNTRANSLATABLE;
  }

  public boolean isWithoutBody() {
    return held == Hold.SKIPPED;
  }

  /**
   * What is parked is listed, failure by failure, and of a key the lowest first; only failures pay
   * for that.
   */
  public @Nullable Place listed(Key key) {
    if (state != DeliveryState.PARKED) return null;
    MessageId id = idOf(key);
    String at = Failure.of(reason).group() + "~" + id.source() + "~" + id.key();
    return new Place(
        parkedOf(subscriptionOf(key)), at + "~" + String.format("%010d", FAR - id.sequence()));
  }

  public static String parkedOf(String subscription) {
    return "parked~" + subscription;
  }

  public TracedDelivery traced(String subscription) {
    return new TracedDelivery(nameOf(subscription), state, attempts, kept.routedAt(), at, reason);
  }

  public ShownDelivery shown(String subscription) {
    return new ShownDelivery(nameOf(subscription), state, attempts, at, reason);
  }

  /** Without the number that tells it from an earlier one of its name. */
  public static String nameOf(String subscription) {
    int number = subscription.indexOf('.');
    return number < 0 ? subscription : subscription.substring(0, number);
  }
}
