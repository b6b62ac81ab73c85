package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.NoBooks;

@NoBooks("when an endpoint is left alone")
class RestingTest {
  private static final Reply FAILED = Reply.later("answered 500", null);
  private Instant now = Letters.NOW;

  private Resting failing(int times) {
    Resting resting = Resting.NOT;
    for (int i = 0; i < times; i++) resting = resting.after(FAILED, now);
    return resting;
  }

  @Test
  void fourFailures_areBorne() {
    assertThat(failing(4).mayBeTried(now)).isTrue();
  }

  @Test
  void row51_afterFiveFailuresInARow_theEndpointIsLeftAloneForAMinute() {
    Resting resting = failing(5);

    assertThat(resting.mayBeTried(now)).isFalse();
    assertThat(resting.mayBeTried(now.plusSeconds(59))).isFalse();
    assertThat(resting.mayBeTried(now.plusSeconds(60))).isTrue();
  }

  @Test
  void eachFurtherFailure_doublesTheRestUpToAnHour() {
    assertThat(failing(6).until()).isEqualTo(now.plus(Duration.ofMinutes(2)));
    assertThat(failing(10).until()).isEqualTo(now.plus(Duration.ofMinutes(32)));
    assertThat(failing(11).until()).isEqualTo(now.plus(Duration.ofHours(1)));
    assertThat(failing(500).until()).isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void oneSuccess_forgetsAll() {
    assertThat(failing(9).after(Reply.handled(204), now)).isEqualTo(Resting.NOT);
  }

  @Test
  void row51_whatTheEndpointAsksFor_concernsAllItsLetters() {
    Resting resting = Resting.NOT.after(Reply.later("answered 429", Duration.ofMinutes(10)), now);

    assertThat(resting.mayBeTried(now.plus(Duration.ofMinutes(9)))).isFalse();
    assertThat(resting.mayBeTried(now.plus(Duration.ofMinutes(10)))).isTrue();
  }

  @Test
  void aFailureOfALetterThatWasUnderWay_doesNotShortenTheRest() {
    Resting asked = Resting.NOT.after(Reply.later("answered 429", Duration.ofMinutes(10)), now);

    assertThat(asked.after(FAILED, now).mayBeTried(now.plus(Duration.ofMinutes(9)))).isFalse();
  }

  @Test
  void row51_afterAGone_theEndpointIsDisabledForGood() {
    Resting gone = failing(2).after(Reply.gone(), now);

    assertThat(gone.isEnabled()).isFalse();
    assertThat(gone.disabled()).isEqualTo("answered 410: it wants no more");
    assertThat(gone.mayBeTried(now.plus(Duration.ofDays(400)))).isFalse();
    assertThat(gone.after(Reply.handled(200), now)).isEqualTo(gone);
  }

  @Test
  void fiveDaysOfNothingButFailures_disable() {
    Resting resting = failing(5);
    Instant first = now;

    now = first.plus(Duration.ofDays(5)).minusSeconds(1);
    assertThat(resting.after(FAILED, now).isEnabled()).isTrue();
    now = first.plus(Duration.ofDays(5));
    assertThat(resting.after(FAILED, now).disabled())
        .isEqualTo("nothing but failures since 2026-01-01T12:00:00Z");
  }

  @Test
  void twoFailuresFarApart_saySoLittleThatTheyDoNotDisable() {
    assertThat(failing(1).after(FAILED, now.plus(Duration.ofDays(30))).isEnabled()).isTrue();
  }
}
