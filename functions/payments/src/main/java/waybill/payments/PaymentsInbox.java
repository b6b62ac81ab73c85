package waybill.payments;

import static waybill.contracts.payments.PaymentsContracts.CHARGE;
import static waybill.contracts.payments.PaymentsContracts.CHARGED;
import static waybill.contracts.payments.PaymentsContracts.CHARGE_REFUSED;
import static waybill.contracts.payments.PaymentsContracts.REFUND;
import static waybill.contracts.payments.PaymentsContracts.REFUNDED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.payments.Account.ACCOUNT;
import static waybill.payments.Payment.PAYMENT;

import java.util.Optional;
import waybill.contracts.payments.Charge;
import waybill.contracts.payments.Refund;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;

/**
 * What payments listens to. Each command is about one payment, and the payment answers it: whatever
 * is heard again under the same id changes nothing and is answered again.
 */
final class PaymentsInbox {
  private final Rows rows;

  PaymentsInbox(Rows rows) {
    this.rows = rows;
  }

  Inbox inbox() {
    return Inbox.of(on(CHARGE, m -> charge(m.data())), on(REFUND, m -> refund(m.data())));
  }

  private Reaction charge(Charge asked) {
    Row<Payment> row = rows.at(PAYMENT, asked.chargeId());
    Optional<Payment> known = row.value();
    if (known.isPresent()) return commit(answer(row, known.get()));
    Row<Account> account = rows.at(ACCOUNT, asked.userId());
    return refusedBy(account.value(), asked)
        .map(why -> commit(answer(row, Payment.refused(asked.chargeId(), why))))
        .orElseGet(
            () ->
                commit(
                    account.put(open(account).minus(asked.amount().amount())),
                    answer(row, Payment.charged(asked))));
  }

  private static Optional<Why> refusedBy(Optional<Account> account, Charge asked) {
    if (account.isEmpty()) return Optional.of(Why.NO_ACCOUNT);
    String currency = asked.amount().currency();
    if (!account.get().isKeptIn(currency))
      return Optional.of(Why.otherCurrency(account.get().currency(), currency));
    if (account.get().balance() < asked.amount().amount())
      return Optional.of(Why.INSUFFICIENT_FUNDS);
    return Optional.empty();
  }

  /** What was refused never took anything: it stays refused, and there is nothing to give back. */
  private Reaction refund(Refund asked) {
    Row<Payment> row = rows.at(PAYMENT, asked.chargeId());
    Payment known = row.value().orElseGet(() -> Payment.refundedBefore(asked.chargeId()));
    if (known.state() != Payment.State.CHARGED) return commit(refunded(row, known));
    Payment.Taken taken = known.whatWasTaken();
    Row<Account> account = rows.at(ACCOUNT, taken.userId());
    return commit(
        account.put(open(account).plus(taken.amount().amount())), refunded(row, known.refunded()));
  }

  private static Draft<Payment> answer(Row<Payment> row, Payment known) {
    return switch (known.state()) {
      case CHARGED -> row.put(known).saying(CHARGED, known.charge());
      case REFUSED, REFUNDED -> row.put(known).saying(CHARGE_REFUSED, known.refusal());
    };
  }

  private static Draft<Payment> refunded(Row<Payment> row, Payment known) {
    return row.put(known).saying(REFUNDED, known.refund());
  }

  private static Account open(Row<Account> row) {
    return row.value().orElseThrow(() -> new IllegalStateException("the account is gone"));
  }
}
