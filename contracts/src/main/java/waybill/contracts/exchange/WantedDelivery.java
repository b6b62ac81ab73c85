package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** By which way a subscriber wants its messages. */
public record WantedDelivery(Kind kind, @Nullable String url, @Nullable Boolean rotate) {

  /** The ways that one can choose. */
  public enum Kind {
    QUEUE,
    WEBHOOK,
    PULL
  }
}
