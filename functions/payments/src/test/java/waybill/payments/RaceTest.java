package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.payments.PaymentsContracts.CHARGED;
import static waybill.contracts.payments.PaymentsContracts.CHARGE_REFUSED;
import static waybill.payments.Bank.OPERATOR;
import static waybill.payments.Bank.body;
import static waybill.payments.Bank.eur;

import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.payments.ChargeRefusal;
import waybill.contracts.payments.Money;
import waybill.kit.http.HttpTesting;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

/** Somebody else is faster, between what was read and what is written. */
@BooksBalance
class RaceTest {
  private final Bank bank = new Bank().with("ada", eur(1_000));
  private final RacedTable raced = new RacedTable(bank.payments.table);

  @Test
  void row35_ofTwoChargesOfTheLastMoney_theSlowerIsRefused() {
    Message first = bank.charge("o1", "ada", eur(600));
    Message second = bank.charge("o2", "ada", eur(600));
    raced.by(() -> bank.hears(first));

    assertThat(bank.payments.hears(raced, second)).isTrue();

    assertThat(bank.payments.said("o1", CHARGED).amount()).isEqualTo(eur(600));
    assertThat(bank.payments.said("o2", CHARGE_REFUSED).reason())
        .isEqualTo(ChargeRefusal.INSUFFICIENT_FUNDS);
  }

  @Test
  void row35_aDepositMeanwhile_isNotLost() {
    raced.by(() -> bank.with("ada", eur(500)));

    assertThat(bank.payments.hears(raced, bank.charge("o1", "ada", eur(600)))).isTrue();

    assertThat(bank.balance("ada")).isEqualTo(900);
  }

  @Test
  void row28_twoCopiesOfOneCommand_takeOnce() {
    Message charge = bank.charge("o1", "ada", eur(400));
    raced.by(() -> bank.hears(charge));

    assertThat(bank.payments.hears(raced, charge)).isTrue();

    assertThat(bank.payments.saidAbout("o1")).hasSize(1);
    assertThat(bank.balance("ada")).isEqualTo(600);
  }

  @Test
  void row35_ofTwoFirstDeposits_theSlowerKeepsTheCurrencyOfTheFirst() {
    var slower = new RacedTable(bank.payments.table).by(() -> bank.with("bob", eur(5)));
    var service = bank.payments.service.over(slower);
    var http = new HttpTesting(service, new PaymentsApi(service).routes());

    assertThat(
            http.as(OPERATOR).post("/accounts/bob/deposits", body(new Money(7, "USD"))).refusal())
        .isEqualTo("422 other-currency /currency");

    assertThat(bank.account("bob")).contains(new Account("bob", "EUR", 5));
  }
}
