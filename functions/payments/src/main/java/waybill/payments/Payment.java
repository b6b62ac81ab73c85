package waybill.payments;

import org.jspecify.annotations.Nullable;
import waybill.contracts.payments.Charge;
import waybill.contracts.payments.ChargeRefused;
import waybill.contracts.payments.Charged;
import waybill.contracts.payments.Money;
import waybill.contracts.payments.Refunded;
import waybill.kit.commit.Kind;

/**
 * What was to be charged under one id, and what became of it. It stays for ever: so what is heard
 * again is answered again, and what was refunded before it was charged is never taken.
 *
 * @param taken null where nothing was ever taken
 * @param why null unless it is refused
 */
record Payment(String id, State state, @Nullable Taken taken, @Nullable Why why) {
  static final Kind<Payment> PAYMENT = Kind.entity("payment", Payment.class);

  /** Where a payment stands. */
  enum State {
    CHARGED,
    REFUSED,
    REFUNDED
  }

  /** How much was taken, and from whom. */
  record Taken(String userId, Money amount) {}

  static Payment charged(Charge charge) {
    return new Payment(
        charge.chargeId(), State.CHARGED, new Taken(charge.userId(), charge.amount()), null);
  }

  static Payment refused(String id, Why why) {
    return new Payment(id, State.REFUSED, null, why);
  }

  /** Whatever comes later under this id comes too late. */
  static Payment refundedBefore(String id) {
    return new Payment(id, State.REFUNDED, null, null);
  }

  Payment refunded() {
    return new Payment(id, State.REFUNDED, taken, null);
  }

  Taken whatWasTaken() {
    if (taken == null) throw new IllegalStateException("nothing was ever taken for " + id);
    return taken;
  }

  Charged charge() {
    return new Charged(id, whatWasTaken().userId(), whatWasTaken().amount());
  }

  ChargeRefused refusal() {
    Why because = why == null ? Why.REFUNDED : why;
    return new ChargeRefused(id, because.reason(), because.says());
  }

  Refunded refund() {
    return new Refunded(id, taken == null ? null : taken.amount());
  }
}
