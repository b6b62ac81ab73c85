package waybill.payments;

import waybill.contracts.payments.Money;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.outbox.Queue;
import waybill.kit.worker.Worker;

/** What the worker of payments does, and what its api commits. */
public final class PaymentsWorking {
  private PaymentsWorking() {}

  public static Worker of(Service payments, Queue in, Queue out) {
    return new Worker(payments, new PaymentsInbox(payments.rows()).inbox(), in, out);
  }

  public static Commit paidIn(String user, Money money) {
    Account account = Account.opened(user, money.currency()).plus(money.amount());
    return Commit.commit(Account.ACCOUNT.fresh(user, account));
  }
}
