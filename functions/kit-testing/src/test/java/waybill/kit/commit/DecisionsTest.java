package waybill.kit.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import waybill.kit.Limits;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.NoBooks;

@NoBooks("how often something is decided")
class DecisionsTest {
  private final List<Integer> pauses = new ArrayList<>();
  private final Decisions decisions = new Decisions(pauses::add);
  private final HandClock clock = new HandClock();
  private final TimeLeft time = new TimeLeft(clock);
  private final Decisions patient = Decisions.patient(pauses::add, time);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void aDecisionThatWasWritten_isMadeOnce() {
    assertThat(decisions.untilWritten(() -> writtenAt(1))).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void row4_aDecisionInConflict_isMadeAgainAfterAPause() {
    assertThat(decisions.untilWritten(() -> writtenAt(3))).isEqualTo(3);
    assertThat(pauses).containsExactly(1, 2);
  }

  @Test
  void whoIsAlwaysTooSlow_isToldSo() {
    assertThatThrownBy(() -> decisions.untilWritten(() -> writtenAt(1_000)))
        .isInstanceOf(Conflicted.class);
    assertThat(made).hasValue(Limits.DECISIONS_MAX);
  }

  @Test
  void aWorker_isToldSoLater() {
    assertThatThrownBy(() -> patient.untilWritten(() -> writtenAt(1_000)))
        .isInstanceOf(Conflicted.class);
    assertThat(made).hasValue(Limits.PATIENT_DECISIONS_MAX);
  }

  @Test
  void aWorkerWhoseTimeIsShort_decidesOnce() {
    time.until(clock.instant().plus(Limits.TIME_LEFT_OVER));

    assertThatThrownBy(() -> patient.untilWritten(() -> writtenAt(2)))
        .isInstanceOf(Conflicted.class);
    assertThat(made).hasValue(1);
    assertThat(pauses).isEmpty();
  }

  private Optional<Integer> writtenAt(int time) {
    int now = made.incrementAndGet();
    return now < time ? Optional.empty() : Optional.of(now);
  }
}
