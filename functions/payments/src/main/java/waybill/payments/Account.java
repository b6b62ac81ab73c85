package waybill.payments;

import waybill.contracts.payments.AccountView;
import waybill.contracts.payments.Money;
import waybill.kit.commit.Kind;

/** What somebody has to spend, in the currency of the first deposit. */
record Account(String userId, String currency, long balance) {
  static final Kind<Account> ACCOUNT = Kind.entry("account", Account.class);

  Account {
    if (balance < 0) throw new IllegalStateException(userId + " would owe something");
  }

  static Account opened(String userId, String currency) {
    return new Account(userId, currency, 0);
  }

  boolean isKeptIn(String other) {
    return currency.equals(other);
  }

  /** Refunds may go beyond what may be deposited: what was taken is given back in any case. */
  Account plus(long amount) {
    return new Account(userId, currency, Math.addExact(balance, amount));
  }

  Account minus(long amount) {
    return new Account(userId, currency, balance - amount);
  }

  AccountView view() {
    return new AccountView(userId, new Money(balance, currency));
  }
}
