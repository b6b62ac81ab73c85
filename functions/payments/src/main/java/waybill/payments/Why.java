package waybill.payments;

import waybill.contracts.payments.ChargeRefusal;

/** Why nothing is taken, in a sentence for whoever wants to pay. */
record Why(ChargeRefusal reason, String says) {
  static final Why NO_ACCOUNT =
      new Why(ChargeRefusal.NO_ACCOUNT, "There is no account to pay from.");
  static final Why INSUFFICIENT_FUNDS =
      new Why(ChargeRefusal.INSUFFICIENT_FUNDS, "The account does not hold enough.");
  static final Why REFUNDED = new Why(ChargeRefusal.REFUNDED, "This payment was called off.");

  static Why otherCurrency(String kept, String price) {
    return new Why(
        ChargeRefusal.OTHER_CURRENCY,
        "The account is kept in " + kept + ", the price is in " + price + ".");
  }
}
