package waybill.contracts.payments;

import waybill.contracts.Contract;

/** A handle for each contract that {@code payments} owns. */
public final class PaymentsContracts {
  public static final Contract<Deposit> DEPOSIT = Contract.of("payments.deposit/1", Deposit.class);
  public static final Contract<AccountView> ACCOUNT =
      Contract.of("payments.account/1", AccountView.class);
  public static final Contract<Charge> CHARGE = Contract.of("payments.charge/1", Charge.class);
  public static final Contract<Charged> CHARGED = Contract.of("payments.charged/1", Charged.class);
  public static final Contract<ChargeRefused> CHARGE_REFUSED =
      Contract.of("payments.charge-refused/1", ChargeRefused.class);
  public static final Contract<Refund> REFUND = Contract.of("payments.refund/1", Refund.class);
  public static final Contract<Refunded> REFUNDED =
      Contract.of("payments.refunded/1", Refunded.class);

  private PaymentsContracts() {}
}
