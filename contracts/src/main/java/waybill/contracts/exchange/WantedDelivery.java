package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** By which way a subscriber wants its messages. */
public record WantedDelivery(DeliveryKind kind, @Nullable String url, @Nullable Boolean rotate) {}
