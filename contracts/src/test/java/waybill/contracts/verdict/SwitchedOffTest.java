package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.contracts.verdict.Verdict.Outcome;

/** Who says what: the prover alone says compatible, the refuter alone says breaking. */
class SwitchedOffTest {

  @Test
  void withoutTheProver_nothingIsCompatible() {
    Verdicts refuting = new Verdicts(true, false, System::nanoTime);

    assertThat(outcomes(refuting))
        .doesNotContain(Outcome.COMPATIBLE)
        .contains(Outcome.BREAKING, Outcome.UNKNOWN);
  }

  @Test
  void withoutTheRefuter_nothingIsBreaking() {
    Verdicts proving = new Verdicts(false, true, System::nanoTime);

    assertThat(outcomes(proving))
        .doesNotContain(Outcome.BREAKING)
        .contains(Outcome.COMPATIBLE, Outcome.UNKNOWN);
  }

  @Test
  void withoutBoth_nothingIsKnown() {
    assertThat(outcomes(new Verdicts(false, false, System::nanoTime)))
        .containsOnly(Outcome.UNKNOWN);
  }

  private static Stream<Outcome> outcomes(Verdicts verdicts) {
    return SamplePair.all().stream()
        .map(pair -> verdicts.between(pair.oldSchema(), pair.newSchema()).outcome());
  }
}
