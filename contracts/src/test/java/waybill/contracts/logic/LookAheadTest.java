package waybill.contracts.logic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking ahead is taken apart only where that changes nothing. */
class LookAheadTest {

  @Test
  void lookAtTheStart_isTakenApart() {
    assertThat(LookAhead.first("^(?!a(b)[)])c$"))
        .isEqualTo(new LookAhead("^(?:a(b)[)])", false, "^c$"));
    assertThat(LookAhead.first("^(?=a)(?!b)")).isEqualTo(new LookAhead("^(?:a)", true, "^(?!b)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?!a)b", "^a(?!b)", "^(?!a)*b", "^(?!a)b|c", "^(?!a", "^(?:a)b", ""})
  void anythingElse_isLeftAsItIs(String expression) {
    assertThat(LookAhead.first(expression)).isNull();
  }
}
