package waybill.payments;

import java.time.Instant;
import waybill.kit.commit.Kind;

/** That somebody has paid in: what the balances are made of. */
record PaidIn(String userId, long amount, String currency, Instant at) {
  static final Kind<PaidIn> PAID_IN = Kind.entry("paid-in", PaidIn.class);
}
