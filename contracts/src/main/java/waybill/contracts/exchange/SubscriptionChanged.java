package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;

/** Somebody subscribed, changed what it takes, or left: then it takes nothing. */
public record SubscriptionChanged(
    String name, String service, List<String> contracts, Instant changedAt) {}
