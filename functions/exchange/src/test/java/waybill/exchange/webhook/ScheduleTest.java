package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.kit.testing.NoBooks;

@NoBooks("when a letter is tried again")
class ScheduleTest {
  private static final Instant NOW = Letters.NOW;

  @Test
  void aLetterThatAlwaysFails_isTriedTenTimesOverThreeDays() {
    Schedule schedule = new Schedule(() -> 0);
    List<String> since = new ArrayList<>();

    Instant at = NOW;
    for (int attempts = 0; at != null; attempts++) {
      at = schedule.next(attempts, at, null);
      if (at != null) since.add(Duration.between(NOW, at).toString());
    }

    assertThat(since)
        .containsExactly(
            "PT0S",
            "PT5S",
            "PT5M5S",
            "PT35M5S",
            "PT2H35M5S",
            "PT7H35M5S",
            "PT17H35M5S",
            "PT31H35M5S",
            "PT51H35M5S",
            "PT75H35M5S");
  }

  @Test
  void chance_makesAPauseLongerByUpToAFifthAndNeverShorter() {
    assertThat(new Schedule(() -> 0).next(2, NOW, null)).isEqualTo(NOW.plusSeconds(300));
    assertThat(new Schedule(() -> 1).next(2, NOW, null)).isEqualTo(NOW.plusSeconds(360));
    assertThat(Schedule.jittered().next(2, NOW, null))
        .isBetween(NOW.plusSeconds(300), NOW.plusSeconds(360));
  }

  @ParameterizedTest(name = "after {0} attempts and asked for {1}: {2}")
  @CsvSource({"1, PT1M, PT1M", "2, PT1M, PT5M", "1, PT0S, PT5S", "9, PT24H, PT24H"})
  void row51_whatTheEndpointAsksFor_isTheLeast(int attempts, Duration asked, Duration pause) {
    assertThat(new Schedule(() -> 0).next(attempts, NOW, asked)).isEqualTo(NOW.plus(pause));
    assertThat(new Schedule(() -> 1).next(attempts, NOW, asked)).isAfterOrEqualTo(NOW.plus(asked));
  }

  @Test
  void whatIsAskedFor_makesNoFurtherAttempt() {
    assertThat(new Schedule(() -> 0).next(10, NOW, Duration.ofMinutes(1))).isNull();
  }
}
