package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;
import waybill.sagas.course.Bounds;

/** What becomes of a saga when nobody answers. */
@BooksBalance
class TimersTest {
  private final Office office = new Office();

  @Test
  void row46_aTimer_neverFiresEarly() {
    office.deliver(office.bought("o1"));
    office.pass(Duration.ofSeconds(30).minusMillis(1));
    office.minute();
    assertThat(office.said("o1")).hasSize(1);

    office.pass(Duration.ofMillis(1));
    office.minute();
    assertThat(office.said("o1")).hasSize(2);
  }

  @Test
  void row46_oneThatFiresTwiceAtOnce_hasOneEffect() {
    office.deliver(office.bought("o1"));
    office.pass(Duration.ofSeconds(30));

    office.minute(new RacedTable(office.table).by(office::minute));

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "store.reserve");
  }

  @Test
  void row46_aMinuteThatIsLost_isMadeUpByTheNext() {
    office.deliver(office.bought("o1"));
    office.pass(Duration.ofMinutes(2));
    office.minute();
    office.minute();

    assertThat(office.said("o1")).hasSize(2);
  }

  @Test
  void row46_afterHoursWithoutAMinute_eachDeadlineHasOneEffect_andTheNextIsCountedFromNow() {
    office.deliver(office.bought("o1"));
    office.pass(Duration.ofHours(5));
    Instant up = office.clock.instant();
    office.minute();
    office.minute();

    assertThat(office.said("o1")).hasSize(2);
    assertThat(office.lastSaid("o1").expires()).isEqualTo(up.plusSeconds(30));
  }

  /** A deadline that is later than the timer costs no write of it; when it fires it is set anew. */
  @Test
  void row46_oneThatFiresBeforeAnythingIsDue_isSetToTheNextDeadline() {
    office.deliver(office.bought("o1"));
    Instant first = office.clock.instant().plusSeconds(30);
    office.pass(Duration.ofSeconds(10));
    office.answers("o1", "store.reserved/1");
    assertThat(office.saga("o1").timer()).isEqualTo(first);

    office.pass(Duration.ofSeconds(20));
    office.minute();

    assertThat(office.said("o1")).hasSize(2);
    assertThat(office.saga("o1").timer()).isEqualTo(first.plusSeconds(40));
    assertThat(office.happened("o1")).doesNotContain(Happening.TIMED_OUT);
  }

  @Test
  void row46_theEnd_takesItsTimerAlong() {
    office.deliver(office.bought("o1"));
    office.answers("o1", "store.refused/1");

    assertThat(office.timers()).isZero();
  }

  @Test
  void row46_oneThatNobodyWaitsFor_goesWhenItFires() {
    office.reserved("o1");
    office.deliver(office.regretted("o1"));
    office.answers("o1", "bank.gone/1");
    assertThat(office.state("o1")).isEqualTo(SagaState.NEEDS_ATTENTION);
    assertThat(office.timers()).isEqualTo(1);

    office.pass(Duration.ofMinutes(1));
    office.minute();

    assertThat(office.timers()).isZero();
    assertThat(office.state("o1")).isEqualTo(SagaState.NEEDS_ATTENTION);
  }

  @Test
  void row66_aCommandThatNobodyTakes_saysUntilWhenItMay_andItsUndoIsBehindIt() {
    office.deliver(office.bought("o1"));
    Message command = office.lastSaid("o1");
    assertThat(command.expires()).isEqualTo(office.clock.instant().plusSeconds(30));

    for (int minute = 0; minute < 2; minute++) {
      office.pass(Duration.ofMinutes(1));
      office.minute();
    }

    assertThat(office.lastSaid("o1").contract().name()).isEqualTo("store.release");
    assertThat(command.isPast(office.clock.instant())).isTrue();
  }

  @Test
  void row66_aSagaThatNobodyAnswers_endsWithinItsBound() {
    Instant begun = office.clock.instant();
    office.deliver(office.bought("o1"));
    int fired = 0;
    while (office.state("o1") != SagaState.NEEDS_ATTENTION) {
      int before = office.said("o1").size();
      office.pass(Duration.ofMinutes(1));
      office.minute();
      fired += office.said("o1").size() - before;
      assertThat(fired).isLessThan(50);
    }

    Duration bound = Bounds.of(SagaFile.read(Buying.definition())).plusMinutes(fired + 1);
    assertThat(Duration.between(begun, office.clock.instant())).isLessThan(bound);
    assertThat(office.saga("o1").attention())
        .isEqualTo("the undo of reserve failed: not answered in 3 attempts");
  }
}
