package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.NoBooks;

@NoBooks("when somebody is called")
class WatchTest {
  private final HandClock clock = new HandClock();
  private final Watch watch = Watch.of(clock);

  /** The one who is watched does nothing for it: it only waits here. */
  @Test
  void row27_theMomentComes_whateverTheRunDoes() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);

    try (Watch.Guard guard = watch.at(clock.instant(), called::countDown)) {
      assertThat(guard).isNotNull();
      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aMomentThatHasPassed_comesAtOnce() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);

    try (Watch.Guard guard = watch.at(clock.instant().minusSeconds(60), called::countDown)) {
      assertThat(guard).isNotNull();
      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
