package waybill.contracts.payments;

/** An amount in minor units of a currency. */
public record Money(long amount, String currency) {
  /** The largest amount that a document may name. */
  public static final long AMOUNT_MAX = 999_999_999_999L;
}
