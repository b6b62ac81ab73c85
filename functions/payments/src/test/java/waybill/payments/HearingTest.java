package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.payments.ChargeRefusal.INSUFFICIENT_FUNDS;
import static waybill.contracts.payments.ChargeRefusal.NO_ACCOUNT;
import static waybill.contracts.payments.ChargeRefusal.OTHER_CURRENCY;
import static waybill.contracts.payments.PaymentsContracts.CHARGED;
import static waybill.contracts.payments.PaymentsContracts.CHARGE_REFUSED;
import static waybill.contracts.payments.PaymentsContracts.REFUNDED;
import static waybill.payments.Bank.eur;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.ServiceEntry;
import waybill.contracts.payments.ChargeRefused;
import waybill.contracts.payments.Charged;
import waybill.contracts.payments.Money;
import waybill.contracts.payments.Refunded;
import waybill.kit.testing.Given;

/** What becomes of a payment, whatever is heard about it, and however often. */
class HearingTest {
  private final Bank bank = new Bank().with("ada", eur(1_000));

  @Test
  void whatTheAccountHolds_isTaken() {
    bank.hears(bank.charge("o1", "ada", eur(1_000)));
    assertThat(bank.payments.said("o1", CHARGED)).isEqualTo(new Charged("o1", "ada", eur(1_000)));
    assertThat(bank.balance("ada")).isZero();
  }

  @Test
  void moreThanTheAccountHolds_isRefused() {
    bank.hears(bank.charge("o1", "ada", eur(1_001)));
    assertThat(bank.payments.said("o1", CHARGE_REFUSED))
        .isEqualTo(
            new ChargeRefused("o1", INSUFFICIENT_FUNDS, "The account does not hold enough."));
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  @Test
  void nothing_isTakenFromAnEmptyAccount() {
    bank.hears(bank.charge("o1", "ada", eur(1_000)), bank.charge("o2", "ada", eur(0)));
    assertThat(bank.payments.said("o2", CHARGED).amount()).isEqualTo(eur(0));
  }

  @Test
  void whoHasNoAccount_isRefused() {
    bank.hears(bank.charge("o1", "bob", eur(0)));
    assertThat(bank.payments.said("o1", CHARGE_REFUSED).reason()).isEqualTo(NO_ACCOUNT);
    assertThat(bank.account("bob")).isEmpty();
  }

  @Test
  void anotherCurrency_isRefused_andBothAreNamed() {
    bank.hears(bank.charge("o1", "ada", new Money(1, "USD")));
    assertThat(bank.payments.said("o1", CHARGE_REFUSED))
        .isEqualTo(
            new ChargeRefused(
                "o1", OTHER_CURRENCY, "The account is kept in EUR, the price is in USD."));
  }

  @Test
  void aRefundedCharge_isGivenBack() {
    bank.hears(bank.charge("o1", "ada", eur(400)), bank.refund("o1"));
    assertThat(bank.payments.said("o1", REFUNDED)).isEqualTo(new Refunded("o1", eur(400)));
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  @Test
  void aChargeThatIsAskedForAgain_isAnsweredAgain_andTakenOnce() {
    bank.hears(bank.charge("o1", "ada", eur(400)), bank.charge("o1", "ada", eur(400)));
    assertThat(bank.payments.saidAbout("o1"))
        .extracting(Message::causation)
        .containsExactly("sagas~o1~1", "sagas~o1~2");
    assertThat(bank.payments.said("o1", CHARGED).amount()).isEqualTo(eur(400));
    assertThat(bank.balance("ada")).isEqualTo(600);
  }

  @Test
  void theSameMessageTwice_isOneEffectAndOneAnswer() {
    Message charge = bank.charge("o1", "ada", eur(400));
    bank.hears(charge).hears(charge, charge);
    assertThat(bank.payments.saidAbout("o1")).hasSize(1);
    assertThat(bank.balance("ada")).isEqualTo(600);
  }

  @Test
  void aRefundThatIsAskedForAgain_isAnsweredAgain_andGivenBackOnce() {
    bank.hears(bank.charge("o1", "ada", eur(400)), bank.refund("o1"), bank.refund("o1"));
    assertThat(bank.payments.saidAbout("o1")).hasSize(3);
    assertThat(bank.payments.said("o1", REFUNDED)).isEqualTo(new Refunded("o1", eur(400)));
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  @Test
  void aRefusedCharge_staysRefused_alsoWhenThereIsEnoughAgain() {
    bank.hears(bank.charge("o1", "ada", eur(1_001)));
    bank.with("ada", eur(5_000)).hears(bank.charge("o1", "ada", eur(1_001)));
    assertThat(bank.payments.said("o1", CHARGE_REFUSED).reason()).isEqualTo(INSUFFICIENT_FUNDS);
    assertThat(bank.balance("ada")).isEqualTo(6_000);
  }

  @Test
  void aRefusedCharge_isRefundedWithoutAnAmount() {
    bank.hears(bank.charge("o1", "ada", eur(1_001)), bank.refund("o1"));
    assertThat(bank.payments.said("o1", REFUNDED)).isEqualTo(new Refunded("o1", null));
    assertThat(bank.balance("ada")).isEqualTo(1_000);
  }

  /** It goes beyond what may be deposited, and is still shown. */
  @Test
  void whatWasTaken_isGivenBack_howeverMuchIsThereByNow() {
    bank.hears(bank.charge("o1", "ada", eur(1_000)));
    bank.with("ada", eur(Money.AMOUNT_MAX)).hears(bank.refund("o1"));
    assertThat(bank.as(Bank.ADA).get("/accounts/ada").text("/balance/amount"))
        .isEqualTo(String.valueOf(Money.AMOUNT_MAX + 1_000));
  }

  @Test
  void aUserWithTheNameOfAPayment_isAnotherThing() {
    bank.with("o1", eur(5)).hears(bank.charge("o1", "o1", eur(2)));
    assertThat(bank.account("o1")).contains(new Account("o1", "EUR", 3));
    assertThat(bank.payment("o1").map(Payment::state)).contains(Payment.State.CHARGED);
  }

  @Test
  void whatIsHeard_isWhatTheCatalogSays() {
    assertThat(
            Given.CATALOG.services().stream()
                .filter(service -> service.name().equals("payments"))
                .map(ServiceEntry::consumes))
        .containsExactly(
            List.copyOf(new PaymentsInbox(bank.payments.service.rows()).inbox().contracts()));
  }
}
