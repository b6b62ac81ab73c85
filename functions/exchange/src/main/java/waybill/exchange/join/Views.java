package waybill.exchange.join;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.exchange.DeliveryKind;
import waybill.contracts.exchange.ShownSubscription;
import waybill.exchange.subscribe.Hindrance;
import waybill.exchange.subscribe.Subscription;

/** A subscription as it is shown. */
final class Views {

  static ShownSubscription of(Subscription one) {
    return of(one, null, null);
  }

  /**
   * @param secret only in the answer to the request that made it
   * @param backfill the job that brings what was before
   */
  static ShownSubscription of(
      Subscription one, @Nullable String secret, @Nullable String backfill) {
    Hindrance hindrance = one.hindrance();
    Instant from = one.from();
    return new ShownSubscription(
        one.name(),
        one.service(),
        one.takes().stream().map(ContractId::toString).toList(),
        one.filter().written(),
        from == null ? "now" : from.equals(Instant.EPOCH) ? "beginning" : from.toString(),
        new ShownSubscription.Where(DeliveryKind.valueOf(one.way().name()), one.address()),
        state(hindrance),
        hindrance == null ? null : hindrance.reason(),
        one.since(),
        secret,
        backfill);
  }

  private static ShownSubscription.State state(@Nullable Hindrance hindrance) {
    if (hindrance == null) return ShownSubscription.State.ACTIVE;
    return hindrance.forGood()
        ? ShownSubscription.State.DISABLED
        : ShownSubscription.State.SUSPENDED;
  }

  private Views() {}
}
