package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.payments.PaymentsContracts.CHARGE_REFUSED;
import static waybill.contracts.payments.PaymentsContracts.REFUND;
import static waybill.contracts.payments.PaymentsContracts.REFUNDED;
import static waybill.payments.Bank.eur;

import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.payments.ChargeRefusal;
import waybill.contracts.payments.Refund;
import waybill.contracts.payments.Refunded;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** An undo that comes before what it undoes. */
@BooksBalance
class UndoFirstTest {
  private final Bank bank = new Bank().with("ada", eur(1_000));

  @Test
  void row45_aRefundBeforeItsCharge_leavesATombstone() {
    bank.hears(bank.refund("o1"));
    assertThat(bank.payments.said("o1", REFUNDED)).isEqualTo(new Refunded("o1", null));
    assertThat(bank.payment("o1")).contains(Payment.refundedBefore("o1"));
  }

  @Test
  void row45_theChargeThatComesLater_isRefused_andTakesNothing() {
    bank.hears(bank.refund("o1"), bank.charge("o1", "ada", eur(400)));
    assertThat(reason()).isEqualTo(ChargeRefusal.REFUNDED);
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  @Test
  void row45_aChargeThatIsRepeatedAfterItsRefund_isRefused() {
    bank.hears(bank.charge("o1", "ada", eur(400)), bank.refund("o1"));
    bank.hears(bank.charge("o1", "ada", eur(400)));
    assertThat(reason()).isEqualTo(ChargeRefusal.REFUNDED);
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  /** Under keys of their own nothing orders the two: then the payment's row does. */
  @Test
  void row45_aRefundThatOvertakesARunningCharge_wins() {
    Message charge = bank.charge("o1", "ada", eur(400));
    Message refund = bank.payments.next("undo", REFUND, new Refund("o1"));
    var raced = new RacedTable(bank.payments.table).by(() -> bank.hears(refund));

    assertThat(bank.payments.hears(raced, charge)).isTrue();

    assertThat(reason()).isEqualTo(ChargeRefusal.REFUNDED);
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  private ChargeRefusal reason() {
    return bank.payments.said("o1", CHARGE_REFUSED).reason();
  }
}
