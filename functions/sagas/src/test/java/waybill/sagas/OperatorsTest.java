package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.StepState;
import waybill.kit.http.Caller;
import waybill.kit.testing.BooksBalance;

/** What an operator can do, and what stays on record of it. */
@BooksBalance
class OperatorsTest {
  private static final String WHY = "{\"reason\":\"the bank is back\"}";

  private final Office office = new Office();

  @Test
  void row47_anUndoThatIsRefused_needsAttention_withItsReason() {
    stuck();

    assertThat(office.state("o1")).isEqualTo(SagaState.NEEDS_ATTENTION);
    assertThat(office.saga("o1").attention())
        .isEqualTo("the undo of charge failed: refused: bank.gone/1");
    assertThat(office.saidNames("o1")).endsWith("bank.charge", "bank.refund");
  }

  @Test
  void row47_anUndoThatIsNeverAnswered_isTriedAgainWithLongerPauses_andThenNeedsAttention() {
    office.reserved("o1");
    office.deliver(office.regretted("o1"));
    office.pass(Duration.ofMinutes(1));
    office.minute();
    assertThat(office.saga("o1").run("charge").deadline())
        .isEqualTo(office.clock.instant().plus(Duration.ofMinutes(2)));
    office.pass(Duration.ofMinutes(2));
    office.minute();

    assertThat(office.saidNames("o1")).endsWith("bank.refund", "bank.refund");
    assertThat(office.state("o1")).isEqualTo(SagaState.NEEDS_ATTENTION);
  }

  @Test
  void row47_aRetry_byANamedOperator_goesOn() {
    stuck();

    var answer = decide("retry", WHY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/state")).isEqualTo("undoing");
    assertThat(answer.messages()).containsExactly("sagas~buy.o1~4");
    office.answers("o1", "bank.refunded/1");
    office.answers("o1", "store.released/1");
    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.saga("o1").timeline())
        .filteredOn(entry -> entry.what() == Happening.RETRIED)
        .singleElement()
        .matches(e -> "olga".equals(e.by()) && "the bank is back".equals(e.reason()));
  }

  @Test
  void row47_aSkip_byANamedOperator_goesOnWithoutIt() {
    stuck();

    decide("skip", "{\"reason\":\"refunded by hand\",\"step\":\"charge\"}");
    office.answers("o1", "store.released/1");

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.saga("o1").run("charge").state()).isEqualTo(StepState.UNDO_SKIPPED);
    assertThat(office.saga("o1").timeline())
        .filteredOn(entry -> entry.what() == Happening.SKIPPED)
        .singleElement()
        .matches(e -> "olga".equals(e.by()) && "charge".equals(e.step()));
  }

  @Test
  void row47_aStepWithoutUndoThatNobodyAnswers_waitsForAnOperator_whoMaySkipIt() {
    lost();

    assertThat(office.saga("o1").attention()).isEqualTo("ship was not answered in 2 attempts");
    assertThat(decide("skip", WHY).text("/state")).isEqualTo("completed");
    assertThat(office.saidNames("o1")).endsWith("store.ship", "shop.confirm");
  }

  @Test
  void row47_aStepWithoutUndoThatNobodyAnswers_mayBeTriedAgain_orEverythingUndone() {
    lost();
    assertThat(decide("retry", WHY).text("/state")).isEqualTo("running");
    office.pass(Duration.ofMinutes(1));
    office.minute();
    office.pass(Duration.ofMinutes(1));
    office.minute();
    assertThat(office.state("o1")).isEqualTo(SagaState.NEEDS_ATTENTION);

    assertThat(decide("cancel", WHY).text("/state")).isEqualTo("undoing");
    assertThat(office.saidNames("o1")).endsWith("store.ship", "bank.refund");
  }

  @Test
  void whatIsNotStuck_isNotRetriedNorSkipped() {
    office.reserved("o1");

    assertThat(decide("retry", WHY).text("/detail"))
        .isEqualTo("it is running: nothing waits for a decision");
    assertThat(decide("skip", WHY).refusal()).isEqualTo("409 not-now");
    stuckFrom();
    assertThat(decide("cancel", WHY).text("/detail"))
        .isEqualTo("it is being undone, and waits for a retry or a skip");
    assertThat(decide("skip", "{\"reason\":\"r\",\"step\":\"ship\"}").text("/detail"))
        .isEqualTo("ship is no step that waits for a decision");
  }

  @Test
  void onlyOperators_decide() {
    stuck();

    for (Caller caller : new Caller[] {Caller.person("ada", "member"), Caller.machine("orders")})
      assertThat(office.as(caller).post("/sagas/buy.o1/retry", WHY).refusal())
          .isEqualTo("403 forbidden");
    assertThat(office.as(Office.OPERATOR).post("/sagas/buy.o9/retry", WHY).refusal())
        .isEqualTo("404 unknown-saga");
    assertThat(decide("retry", "{}").refusal()).startsWith("422 contract-violation");
  }

  private waybill.kit.http.HttpTesting.Answered decide(String what, String body) {
    return office.as(Office.OPERATOR).post("/sagas/buy.o1/" + what, body);
  }

  /** The charge was asked for, is to be undone, and can't be. */
  private void stuck() {
    office.reserved("o1");
    stuckFrom();
  }

  private void stuckFrom() {
    office.deliver(office.regretted("o1"));
    office.answers("o1", "bank.gone/1");
  }

  private void lost() {
    office.reserved("o1");
    office.answers("o1", "bank.charged/1");
    for (int minute = 0; minute < 2; minute++) {
      office.pass(Duration.ofMinutes(1));
      office.minute();
    }
  }
}
