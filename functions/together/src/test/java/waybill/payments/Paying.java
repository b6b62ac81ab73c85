package waybill.payments;

import java.util.List;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.inbox.Inbox;

/** Payments, as those who keep the accounts see it. */
public final class Paying {
  private final Service payments;

  public Paying(Service payments) {
    this.payments = payments;
  }

  public static Inbox inbox(Service payments) {
    return new PaymentsInbox(payments.rows()).inbox();
  }

  public Commit deposit(String user, String currency, long amount) {
    return Commit.commit(Account.ACCOUNT.fresh(user, Account.opened(user, currency).plus(amount)));
  }

  public long balance(String user) {
    return payments.rows().find(Account.ACCOUNT, user).map(Account::balance).orElse(0L);
  }

  public String state(String charge) {
    return payments
        .rows()
        .find(Payment.PAYMENT, charge)
        .map(one -> one.state().name())
        .orElse("NONE");
  }

  public long charged(List<String> charges) {
    return charges.stream()
        .flatMap(id -> payments.rows().find(Payment.PAYMENT, id).stream())
        .filter(one -> one.state() == Payment.State.CHARGED)
        .mapToLong(one -> one.whatWasTaken().amount().amount())
        .sum();
  }
}
