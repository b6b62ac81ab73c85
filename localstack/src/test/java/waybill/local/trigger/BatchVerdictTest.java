package waybill.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.local.function.Outcome;
import waybill.local.function.Outcome.Answered;
import waybill.local.function.Outcome.Cause;
import waybill.local.function.Outcome.Failed;

class BatchVerdictTest {
  private static final List<String> IDS = List.of("a", "b");

  @Test
  void onlyReportedItemsFail() {
    var verdict = reported("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");
    assertThat(verdict.hasFailed("a")).isFalse();
    assertThat(verdict.hasFailed("b")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void emptyReportMeansThatAllIsDone(String body) {
    assertThat(reported(body).allDone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"id\":\"a\"}]}",
        "{\"batchItemFailures\":\"a\"}",
        "\"done\"",
        "{not json"
      })
  void reportThatIsWrongFailsTheWholeBatch(String body) {
    assertThat(reported(body).allFailed()).isTrue();
  }

  @Test
  void errorFailsTheWholeBatch() {
    var outcome = new Failed(Cause.ERROR, "broken");
    assertThat(BatchVerdict.of(outcome, true, IDS).allFailed()).isTrue();
  }

  @Test
  void withoutReportsAnAnswerIsASuccessWhateverItSays() {
    var outcome = answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}");
    assertThat(BatchVerdict.of(outcome, false, IDS).allDone()).isTrue();
  }

  private static BatchVerdict reported(String body) {
    return BatchVerdict.of(answered(body), true, IDS);
  }

  private static Outcome answered(String body) {
    return new Answered(body.getBytes(StandardCharsets.UTF_8));
  }
}
