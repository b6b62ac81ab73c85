package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.payments.Bank.ADA;
import static waybill.payments.Bank.OPERATOR;
import static waybill.payments.Bank.body;
import static waybill.payments.Bank.eur;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Json;
import waybill.contracts.payments.Money;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code /accounts/{user_id}} through the whole edge. */
class AccountTest {
  private static final String DEPOSITS = "/accounts/ada/deposits";

  private final Bank bank = new Bank();

  @Test
  void theFirstDeposit_opensTheAccount_andSaysWhereItIs() {
    Answered paid = bank.deposit("ada", eur(5_000));
    assertThat(paid.status()).isEqualTo(201);
    assertThat(paid.header("location")).isEqualTo("/accounts/ada");
    assertThat(paid.body())
        .isEqualTo(
            Json.parse("{\"user_id\":\"ada\",\"balance\":{\"amount\":5000,\"currency\":\"EUR\"}}"));
    assertThat(bank.as(ADA).get("/accounts/ada").body()).isEqualTo(paid.body());
  }

  @Test
  void deposits_addUp() {
    bank.with("ada", eur(5_000)).with("ada", eur(1)).with("bob", eur(7));
    assertThat(bank.balance("ada")).isEqualTo(5_001);
    bank.keepsItsLaw("now");
  }

  @Test
  void aRepeatedRequest_isAnsweredAsTheFirst_andPaidInOnce() {
    Answered first = keyed("k-1", eur(5_000));
    Answered again = keyed("k-1", eur(5_000));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(bank.balance("ada")).isEqualTo(5_000);
    assertThat(keyed("k-1", eur(1)).refusal()).isEqualTo("422 idempotency-key-reused");
    assertThat(keyed("k-2", eur(1)).text("/balance/amount")).isEqualTo("5001");
  }

  private Answered keyed(String key, Money money) {
    return bank.as(OPERATOR).with("idempotency-key", key).post(DEPOSITS, body(money));
  }

  @Test
  void anotherCurrency_isRefusedAtThePointer() {
    bank.with("ada", eur(5_000));
    assertThat(bank.deposit("ada", new Money(1, "USD")).refusal())
        .isEqualTo("422 other-currency /currency");
    assertThat(bank.account("ada")).contains(new Account("ada", "EUR", 5_000));
  }

  @Test
  void theMostThatAMoneyCanName_isHeld_andADepositBeyondItIsRefused() {
    bank.with("ada", eur(Money.AMOUNT_MAX - 1)).with("ada", eur(1));
    assertThat(bank.deposit("ada", eur(1)).refusal()).isEqualTo("422 balance-too-high /amount");
    assertThat(bank.balance("ada")).isEqualTo(Money.AMOUNT_MAX);
  }

  @Test
  void deposits_areMadeByOperatorsOnly() {
    for (Caller caller : new Caller[] {ADA, Caller.machine("till"), Caller.NOBODY})
      assertThat(bank.as(caller).post(DEPOSITS, body(eur(1))).refusal()).isEqualTo("403 forbidden");
    assertThat(bank.account("ada")).isEmpty();
  }

  @Test
  void anAccount_isShownToItsUserAndToOperators() {
    bank.with("ada", eur(1));
    assertThat(bank.as(ADA).get("/accounts/ada").status()).isEqualTo(200);
    assertThat(bank.as(OPERATOR).get("/accounts/ada").status()).isEqualTo(200);
    for (Caller caller : new Caller[] {Caller.person("bob", "member"), Caller.NOBODY})
      assertThat(bank.as(caller).get("/accounts/ada").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void anAccountThatNobodyOpened_isNotFound_byThoseWhoMaySeeIt() {
    assertThat(bank.as(ADA).get("/accounts/ada").refusal()).isEqualTo("404 not-found");
    assertThat(bank.as(ADA).get("/accounts/bob").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void aPayment_isNoAccount() {
    bank.with("ada", eur(1)).hears(bank.charge("o1", "ada", eur(1)));
    assertThat(bank.as(OPERATOR).get("/accounts/o1").refusal()).isEqualTo("404 not-found");
  }

  @Test
  void anIdThatNoUserCanHave_isRefused() {
    assertThat(bank.deposit("x".repeat(65), eur(1)).refusal()).isEqualTo("422 bad-user-id");
    assertThat(bank.as(OPERATOR).get("/accounts/" + "x".repeat(65)).refusal())
        .isEqualTo("404 not-found");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1.5", "1000000000000", "\"1\"", "null"})
  void anAmountOutsideItsContract_isRefusedAtThePointer(String amount) {
    assertThat(
            bank.as(OPERATOR)
                .post(DEPOSITS, "{\"amount\":" + amount + ",\"currency\":\"EUR\"}")
                .refusal())
        .isEqualTo("422 contract-violation /amount");
  }
}
