package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;
import waybill.sagas.course.Saga;

/** Messages that come twice, late, or at the very moment of something else. */
@BooksBalance
class RepliesTest {
  private final Office office = new Office();

  @Test
  void row42_aSecondBeginOfOneKey_isTheSameSaga() {
    office.deliver(office.bought("o1"), office.bought("o1"));

    assertThat(office.saidNames("o1")).containsExactly("store.reserve");
    assertThat(office.ignored("o1")).containsExactly("it has begun already");
  }

  @Test
  void howeverMuchARefusalSays_theSagaCanBeShown() {
    office.deliver(office.bought("o1"));
    Message asked = office.lastSaid("o1");
    ObjectNode wordy = (ObjectNode) office.answer(asked, "store.refused/1").data().deepCopy();
    wordy.put("says", "no ".repeat(1_000));

    office.deliver(office.next("store", "o2", "store.refused/1", asked.id().toString(), wordy));

    var shown = office.as(Office.OPERATOR).get("/sagas/buy.o1");
    assertThat(shown.status()).as(shown.body().toString()).isEqualTo(200);
    assertThat(shown.text("/reason")).hasSize(500).startsWith("no no");
  }

  @Test
  void row42_twoBeginsAtOnce_areOneSaga() {
    Message first = office.bought("o1");
    Message second = office.next("till", "o1", Buying.BOUGHT, null, first.data());

    office.deliver(second, new RacedTable(office.table).by(() -> office.deliver(first)), 1);

    assertThat(office.saidNames("o1")).containsExactly("store.reserve");
  }

  @Test
  void row42_aBeginOfWhatHasEnded_beginsNothing() {
    office.deliver(office.bought("o1"));
    office.answers("o1", "store.refused/1");
    office.deliver(office.bought("o1"));

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "shop.reject");
  }

  @Test
  void row43_aReplyOfAnEarlierAttempt_isNotedAndChangesNothing() {
    office.deliver(office.bought("o1"));
    Message first = office.lastSaid("o1");
    office.pass(Duration.ofSeconds(30));
    office.minute();
    Saga before = office.saga("o1");

    office.deliver(office.answer(first, "store.reserved/1"));

    assertThat(office.ignored("o1")).containsExactly("late: of an earlier attempt");
    assertThat(office.saga("o1").runs()).isEqualTo(before.runs());
    assertThat(office.said("o1")).hasSize(2);
  }

  @Test
  void row43_aReplyThatComesTwice_isNotedAndChangesNothing() {
    office.deliver(office.bought("o1"));
    Message command = office.lastSaid("o1");
    office.deliver(office.answer(command, "store.reserved/1"));
    office.deliver(office.answer(command, "store.refused/1"));

    assertThat(office.ignored("o1")).containsExactly("it is known already");
    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "bank.charge");
  }

  @Test
  void row43_aReplyAfterTheEnd_isNotedAndChangesNothing() {
    office.reserved("o1");
    Message charge = office.lastSaid("o1");
    office.answers("o1", "bank.declined/1");
    office.answers("o1", "store.released/1");
    office.deliver(office.answer(charge, "bank.charged/1"));

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.ignored("o1")).containsExactly("late: the saga has ended");
  }

  @Test
  void row43_aReplyToWhatWasNotAsked_isNoted() {
    office.reserved("o1");
    office.answers("o1", "store.shipped/1");

    assertThat(office.ignored("o1")).containsExactly("no answer to what was asked");
  }

  @Test
  void row43_aReplyThatNoSagaAsked_isRefusedByName() {
    office.deliver(
        office.next(
            "store", "o9", "store.reserved/1", "sagas~buy.o9~1", Json.object().put("id", "o9")),
        office.next("store", "o9", "store.reserved/1", null, Json.object().put("id", "o9")));

    assertThat(office.receipts())
        .filteredOn(receipt -> receipt.messageId().startsWith("store~"))
        .allMatch(receipt -> receipt.outcome() == Outcome.REFUSED)
        .extracting(receipt -> String.valueOf(receipt.reason()))
        .containsExactly(
            "unknown-saga: no saga has asked for this reply",
            "unknown-saga: no saga has asked for this reply");
  }

  @Test
  void row44_aReplyFasterThanTheTimeout_wins() {
    office.deliver(office.bought("o1"));
    Message reply = office.answer(office.lastSaid("o1"), "store.reserved/1");
    office.pass(Duration.ofSeconds(30));

    office.minute(new RacedTable(office.table).by(() -> office.deliver(reply)));

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "bank.charge");
    assertThat(office.happened("o1")).doesNotContain(Happening.TIMED_OUT);
  }

  @Test
  void row44_aTimeoutFasterThanTheReply_wins() {
    office.deliver(office.bought("o1"));
    Message reply = office.answer(office.lastSaid("o1"), "store.reserved/1");
    office.pass(Duration.ofSeconds(30));

    office.deliver(reply, new RacedTable(office.table).by(office::minute), 1);

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "store.reserve");
    assertThat(office.ignored("o1")).containsExactly("late: of an earlier attempt");
  }

  @Test
  void row44_aSuccessThatComesTooLate_isUndone() {
    office.deliver(office.bought("o1"));
    office.pass(Duration.ofSeconds(30));
    office.minute();
    Message second = office.lastSaid("o1");
    office.pass(Duration.ofSeconds(30));
    office.minute();
    office.deliver(office.answer(second, "store.reserved/1"));
    office.answers("o1", "store.released/1");

    assertThat(office.saidNames("o1"))
        .containsExactly("store.reserve", "store.reserve", "store.release", "shop.reject");
    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.ignored("o1")).containsExactly("late: it is undone");
    assertThat(office.lastSaid("o1").data().path("reason").asText())
        .isEqualTo("reserve was not answered in 2 attempts");
  }

  /** So it can't overtake on the way; where it does, the participant keeps a tombstone. */
  @Test
  void row45_anUndo_isSaidBehindItsCommand_aboutTheSameKey() {
    office.reserved("o1");
    office.deliver(office.regretted("o1"));

    List<Message> said = office.said("o1");
    assertThat(said).extracting(one -> one.id().key()).containsOnly("buy.o1");
    assertThat(said).extracting(one -> one.id().sequence()).containsExactly(1L, 2L, 3L);
    assertThat(said).last().extracting(one -> one.contract().name()).isEqualTo("bank.refund");
    assertThat(office.lastSaid("o1").expires()).isNull();
  }

  @Test
  void row49_aCancelFasterThanTheEnd_undoesEverything() {
    office.reserved("o1");
    office.answers("o1", "bank.charged/1");
    Message shipped = office.answer(office.lastSaid("o1"), "store.shipped/1");

    office.deliver(
        shipped, new RacedTable(office.table).by(() -> office.deliver(office.regretted("o1"))), 1);
    office.answers("o1", "bank.refunded/1");
    office.answers("o1", "store.released/1");

    assertThat(office.happened("o1"))
        .contains(Happening.CANCELLED, Happening.COMPENSATED)
        .doesNotContain(Happening.COMPLETED);
    assertThat(office.saidNames("o1")).endsWith("bank.refund", "store.release", "shop.reject");
  }

  @Test
  void row49_theEndFasterThanACancel_staysTheEnd() {
    office.reserved("o1");
    office.answers("o1", "bank.charged/1");
    Message shipped = office.answer(office.lastSaid("o1"), "store.shipped/1");
    RacedTable raced = new RacedTable(office.table).by(() -> office.deliver(shipped));

    var answer =
        office.as(Office.OPERATOR, raced).post("/sagas/buy.o1/cancel", "{\"reason\":\"r\"}");

    assertThat(answer.refusal()).isEqualTo("409 not-now");
    assertThat(office.state("o1")).isEqualTo(SagaState.COMPLETED);
    assertThat(office.saidNames("o1")).endsWith("shop.confirm");
  }

  @Test
  void row49_aCancelBehindTheEnd_isNoted() {
    office.deliver(office.bought("o1"));
    office.answers("o1", "store.refused/1");
    office.deliver(office.regretted("o1"));

    assertThat(office.ignored("o1")).containsExactly("it can't be cancelled any more");
  }
}
