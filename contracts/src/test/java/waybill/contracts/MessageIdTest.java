package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"users~u1~7", "a-1~A.b_c-9~2147483647", "users~.~1"})
  void text_isReadBack(String text) {
    assertThat(MessageId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "users~u1", "users~u1~0", "users~u1~01", "users~u1~-1", "users~u1~2147483648",
        "users~u1~9999999999", "Users~u1~1", "users~u/1~1", "users~~1", "~u1~1", "users~u~1~1",
        "users~u1~1\n", "users~ü~1"
      })
  void otherText_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MessageId.parse(text));
  }

  @Test
  void keys_haveUpTo64Characters() {
    assertThat(MessageId.isKey("k".repeat(64))).isTrue();
    assertThat(MessageId.isKey("k".repeat(65))).isFalse();
    assertThat(MessageId.isKey("")).isFalse();
  }
}
