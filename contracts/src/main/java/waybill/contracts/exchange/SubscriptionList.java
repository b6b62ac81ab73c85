package waybill.contracts.exchange;

import java.util.List;

/** Subscriptions. */
public record SubscriptionList(List<ShownSubscription> subscriptions) {}
