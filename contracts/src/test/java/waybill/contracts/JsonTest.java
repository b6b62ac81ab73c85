package waybill.contracts;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private enum Colour {
    DEEP_RED
  }

  private record Thing(String thingName, @Nullable Integer count, Colour colour, Instant madeAt) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "[1 2]",
        "nul",
        "01",
        "+1",
        ".5",
        "1.",
        "0x1",
        "\"\t\"",
        "\"\\x\"",
        "// c\n1",
        "/* c */ 1",
        "[,1]",
        "\"a",
        "1 1",
        "{} x",
        "{}{}"
      })
  void whatIsNotJson_isMalformed(String text) {
    assertMalformed(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "[NaN]", "1e", "--1"})
  void whatIsNoNumber_isMalformed(String text) {
    assertMalformed(text);
  }

  @Test
  void aDuplicateKey_isMalformed_atAnyDepth() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\n \"a\":2}"))
        .isInstanceOf(Malformed.class)
        .hasMessageMatching("has a duplicate key at line 2, column \\d+");
    assertMalformed("[{\"b\":{\"a\":1,\"\\u0061\":2}}]");
  }

  @Test
  void aByteOrderMark_isMalformed() {
    assertMalformed("\ufeff{}");
    assertThatThrownBy(() -> Json.parse(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '1'}))
        .isInstanceOf(Malformed.class)
        .hasMessage("starts with a byte order mark at line 1, column 1");
  }

  @Test
  void bytesThatAreNotUtf8_areMalformed() {
    byte[] overlongSlash = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    byte[] cutShort = {'[', '\n', '"', (byte) 0xe2, (byte) 0x82};
    for (byte[] bytes : new byte[][] {overlongSlash, surrogate, cutShort, "{}".getBytes(UTF_16)}) {
      assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(Malformed.class);
    }
    assertThatThrownBy(() -> Json.parse(cutShort)).hasMessageContaining("line 2, column 2");
  }

  @Test
  void halfASurrogatePair_isMalformed_andAWholeOneIsNot() {
    assertMalformed("\"\\ud83d\"");
    assertMalformed("{\"\\ude00\":1}");
    assertMalformed("[\"\ud83d\"]");
    assertThat(Json.parse("\"\\ud83d\\ude00\"").textValue()).isEqualTo("😀");
    assertThat(Json.parse("\"😀\"".getBytes(UTF_8)).textValue()).isEqualTo("😀");
  }

  @Test
  void nestingUpTo100_isRead_andDeeperIsMalformed() {
    assertThat(Json.parse("[".repeat(100) + "]".repeat(100)).isArray()).isTrue();
    assertMalformed("[".repeat(101) + "]".repeat(101));
    assertMalformed("{\"a\":".repeat(100_000));
  }

  @Test
  void numbersUpTo100Digits_areRead_andLongerAreMalformed() {
    assertThat(Json.parse("1".repeat(100)).isIntegralNumber()).isTrue();
    assertMalformed("1".repeat(101));
    assertMalformed("1." + "1".repeat(101));
  }

  /** Validators write out the digits of such a number to see whether it is an integer. */
  @ParameterizedTest
  @ValueSource(strings = {"1e1000", "[1e999999999]", "-1E-999999999", "1e99999999999"})
  void numbersThatWouldFillTheMemory_areMalformed(String text) {
    assertMalformed(text);
    assertThat(Json.parse("1e999").isNumber()).isTrue();
    assertThat(Json.parse("\"1e9999\"").isTextual()).isTrue();
  }

  @Test
  void stringsUpTo1MiB_areRead_andLongerAreMalformed() {
    assertThat(Json.parse("\"" + "a".repeat(1 << 20) + "\"").textValue()).hasSize(1 << 20);
    assertMalformed("\"" + "a".repeat((1 << 20) + 1) + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "0.1", "123456789012345678901234567890.12", "1E+2"})
  void decimals_areKeptToTheDigit(String number) {
    JsonNode read = Json.parse(number);
    assertThat(read.decimalValue()).isEqualTo(new BigDecimal(number));
    assertThat(Json.write(read)).isEqualTo(number);
  }

  @Test
  void malformed_neverRepeatsTheContent() {
    for (String text :
        new String[] {
          "{\"secret\":secret}", "{\"secret\":1,\"secret\":2}", "{} secret", "secret"
        }) {
      assertThatThrownBy(() -> Json.parse(text)).hasMessageNotContaining("secret").hasNoCause();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1,|ends too early", "[] []|goes on after its end", "[}|is not JSON"})
  void malformed_saysWhy(String text, String why) {
    assertThatThrownBy(() -> Json.parse(text)).hasMessageStartingWith(why + " at line 1, column ");
  }

  @Test
  void records_areSnakeCaseObjects_withoutWhatIsAbsent() {
    Instant madeAt = Instant.parse("2026-01-31T09:30:00Z");
    assertThat(Json.write(new Thing("teapot", null, Colour.DEEP_RED, madeAt)))
        .isEqualTo(
            "{\"thing_name\":\"teapot\",\"colour\":\"deep_red\","
                + "\"made_at\":\"2026-01-31T09:30:00.000Z\"}");
  }

  @Test
  void whatIsWritten_bindsToAnEqualRecord() {
    Thing thing = new Thing("teapot", 3, Colour.DEEP_RED, Instant.parse("2026-01-31T09:30:00.5Z"));
    assertThat(Json.bind(Json.parse(Json.bytes(thing)), Thing.class)).isEqualTo(thing);
    assertThat(Json.bind(Json.tree(thing), Thing.class)).isEqualTo(thing);
  }

  @Test
  void unknownProperties_areNoConcernOfTheBinder() {
    assertThat(Json.bind(Json.parse("{\"thing_name\":\"cup\",\"x\":1}"), Thing.class).thingName())
        .isEqualTo("cup");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"colour\":\"secret\"}",
        "{\"colour\":0}",
        "{\"count\":\"1\"}",
        "{\"count\":1e99}",
        "{\"made_at\":\"secret\"}",
        "{\"made_at\":1}"
      })
  void whatDoesNotFit_isRefusedWithoutItsContent(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.bind(Json.parse(text), Thing.class))
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  private static void assertMalformed(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Malformed.class);
  }
}
