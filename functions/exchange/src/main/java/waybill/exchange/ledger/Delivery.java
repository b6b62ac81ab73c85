package waybill.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ShownDelivery;
import waybill.kit.commit.Key;

/**
 * One message on its way to one subscriber: a small row beside the message.
 *
 * @param sends how many copies were sent
 * @param attempts how often the subscriber says that it tried
 */
public record Delivery(
    DeliveryState state, int sends, int attempts, Instant at, @Nullable String reason) {
  static final String PLACES = "to~";
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  public static Key keyOf(MessageId id, String subscriber) {
    return new Key(id.toString(), PLACES + subscriber);
  }

  public static boolean isAt(Key key) {
    return key.place().startsWith(PLACES);
  }

  public static String subscriberOf(Key key) {
    return key.place().substring(PLACES.length());
  }

  public static Delivery sent(Instant at) {
    return new Delivery(DeliveryState.IN_FLIGHT, 1, 0, at, null);
  }

  public Delivery sentAgain() {
    return new Delivery(state, sends + 1, attempts, at, reason);
  }

  public Delivery told(Receipt receipt) {
    return new Delivery(
        stateOf(receipt), sends, receipt.attempts(), receipt.at(), receipt.reason());
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
    Duration pause = first.multipliedBy(1L << Math.min(sends - 1, 20));
    return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /** Parked is a state: it may still be handled, refused or skipped. */
  public boolean isFinal() {
    return state != DeliveryState.IN_FLIGHT && state != DeliveryState.PARKED;
  }

  public ShownDelivery shown(String subscriber) {
    return new ShownDelivery(subscriber, state, attempts, at, reason);
  }
}
