package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|PT0S",
        "120|PT2M",
        "86401|PT24H",
        "99999999999999999999999|PT24H",
        "Thu, 01 Jan 2026 12:05:00 GMT|PT5M",
        "Thu, 01 Jan 2026 11:05:00 GMT|PT0S",
        "Fri, 01 Jan 2027 12:05:00 GMT|PT24H"
      })
  void secondsOrADate_areUnderstoodAndCapped(String text, Duration asked) {
    assertThat(RetryAfter.parse(text, Letters.NOW)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "Thu, 99 Jan 2026 12:05:00 GMT", "１２"})
  void whatIsNeither_saysNothing(String text) {
    assertThat(RetryAfter.parse(text, Letters.NOW)).isNull();
  }
}
