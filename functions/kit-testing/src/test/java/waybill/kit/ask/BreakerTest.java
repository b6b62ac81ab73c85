package waybill.kit.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waybill.kit.Limits;
import waybill.kit.testing.HandClock;

class BreakerTest {
  private final HandClock clock = new HandClock();
  private final Breaker breaker = new Breaker(clock);

  @Test
  void whoFailsAgainAndAgain_isSpared_untilItsRestIsOver() {
    broken();
    assertThat(breaker.letsIn()).isFalse();
    clock.pass(Limits.ASK_REST);
    assertThat(breaker.letsIn()).isTrue();
  }

  @Test
  void afterTheRest_oneQuestionGoesThrough_andNoSecondBesideIt() {
    broken();
    clock.pass(Limits.ASK_REST);
    assertThat(breaker.letsIn()).isTrue();
    assertThat(breaker.letsIn()).isFalse();
  }

  @Test
  void aProbeThatIsAnswered_opensForAll() {
    broken();
    clock.pass(Limits.ASK_REST);
    breaker.letsIn();
    breaker.answered();
    assertThat(breaker.letsIn()).isTrue();
    breaker.failed();
    assertThat(breaker.letsIn()).isTrue();
  }

  @Test
  void aProbeThatFails_isFollowedByAnotherRest() {
    broken();
    clock.pass(Limits.ASK_REST);
    breaker.letsIn();
    breaker.failed();
    assertThat(breaker.letsIn()).isFalse();
    clock.pass(Limits.ASK_REST);
    assertThat(breaker.letsIn()).isTrue();
  }

  @Test
  void aProbeThatNeverEnds_holdsUpNobodyForEver() {
    broken();
    clock.pass(Limits.ASK_REST);
    breaker.letsIn();
    clock.pass(Limits.ASK_REST);
    assertThat(breaker.letsIn()).isTrue();
  }

  @Test
  void failuresWithAnAnswerBetweenThem_areNoRow() {
    for (int i = 0; i < Limits.ASK_FAILURES_UNTIL_REST; i++) {
      breaker.failed();
      breaker.answered();
    }
    assertThat(breaker.letsIn()).isTrue();
  }

  private void broken() {
    for (int i = 0; i < Limits.ASK_FAILURES_UNTIL_REST; i++) {
      assertThat(breaker.letsIn()).isTrue();
      breaker.failed();
    }
  }
}
