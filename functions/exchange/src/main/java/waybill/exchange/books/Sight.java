package waybill.exchange.books;

import java.util.Set;
import waybill.exchange.subscribe.Subscriptions;

/** What somebody may look at. */
record Sight(boolean everything, Set<String> services, Subscriptions subscriptions) {
  static final String WHO = "operators look at everything, a service at what concerns it";

  boolean seesNothing() {
    return !everything && services.isEmpty();
  }

  boolean sees(Found found) {
    return everything || found.concerns(services);
  }

  boolean sees(Flow flow) {
    if (everything || services.contains(flow.contract().split("\\.", 2)[0])) return true;
    String id = flow.subscription();
    return subscriptions
        .atLeast(0)
        .find(id)
        .map(one -> services.contains(one.service()))
        .orElseGet(() -> services.contains(Found.nameOf(id)));
  }

  boolean seesSource(String source) {
    return everything || services.contains(source);
  }
}
