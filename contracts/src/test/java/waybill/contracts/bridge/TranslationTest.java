package waybill.contracts.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;

/** One document in, one document out, and nothing else has a say in it. */
class TranslationTest {

  @Test
  void fields_moveAndGetNewNames() {
    assertThat(translated("{'full_name': name, 'email': email}", "{'name':'Ada','email':'a@b.c'}"))
        .isEqualTo(json("{'full_name':'Ada','email':'a@b.c'}"));
  }

  @Test
  void whatIsNotThere_isLeftOut() {
    assertThat(translated("{'a': a, 'b': b}", "{'a':1}")).isEqualTo(json("{'a':1}"));
  }

  @Test
  void nulls_stayNulls() {
    assertThat(translated("{'a': a, 'b': [b]}", "{'a':null,'b':null}"))
        .isEqualTo(json("{'a':null,'b':[null]}"));
  }

  @Test
  void numbers_stayWhatTheyAre_toTheDigit() {
    String numbers = "[0.1,1,12345678901234567890,1.00000000000000000001,-7,1e-30]";
    assertThat(Json.write(translated("$", numbers)))
        .isEqualTo("[0.1,1,12345678901234567890,1.00000000000000000001,-7,1E-30]");
  }

  @Test
  void aListOfOne_staysAListWhenItIsAskedFor() {
    assertThat(translated("{'skus': lines.sku[]}", "{'lines':[{'sku':'a'}]}"))
        .isEqualTo(json("{'skus':['a']}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$now()",
        "$millis()",
        "$random()",
        "{'a': $shuffle(b)}",
        "$eval('1')",
        "( $f := $now; $f() )",
        "$pad('x', 1000000000)",
        "$match(name, /(a+)+$/)",
        "name ~> /a/",
        "a in /b/",
        "a./b/",
        "(a\"; $random(); b\")",
        "( $__evaluate_entry := nothing; 1 )"
      })
  void whatDependsOnMoreThanTheDocument_orHasNoEnd_isRefused(String expression) {
    assertThatExceptionOfType(NoTranslation.class)
        .isThrownBy(() -> Translation.of(expression))
        .withMessageContaining("not allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': total / 2}", "{'b': 'now and /then/'}", "/* $now */ a", "(1)/2"})
  void whatOnlyLooksLikeIt_isNot(String expression) {
    assertThat(Translation.of(expression)).hasToString(expression);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': ", "", ")", "a..b ?"})
  void whatIsNoExpression_isRefused(String expression) {
    assertThatExceptionOfType(NoTranslation.class).isThrownBy(() -> Translation.of(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( $f := function($x) { $f($x + 1) }; $f(0) )",
        "( $f := function($x) { 1 + $f($x) }; $f(0) )",
        "$reduce([1..9000000], function($a, $b) { $a + $b })",
        "( $f := function($x) { $f($x + 1) }; [1, $f(0)] )",
        "( $f := function($x) { $f($x + 1) }; {'a': 1, 'b': $f(0)} )",
        "( $f := function($x, $n) { $n = 0 ? $x : $f($x & $x, $n - 1) }; $f('x', 40) )",
        "( $f := function($x, $n) { $n = 0 ? $x : $f([$x, $x], $n - 1) }; $string($f('x', 40)) )",
        "( $x := $join([1..40000].'x'); $replace($x, 'x', $x) )",
        "( $x := [1..40000].'x'; $join($x, $join($x)) )",
        "[1..10000000]"
      })
  void whatComesToNoEnd_isEnded(String expression) {
    Translation translation = Translation.of(expression);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatExceptionOfType(NoTranslation.class)
                .isThrownBy(() -> translation.of(Json.parse("{}"))));
  }

  @Test
  void textsAreJoinedAndReplaced() {
    assertThat(translated("$replace($join(a, '-'), '-', '+')", "{'a':['x','y','z']}"))
        .isEqualTo(json("'x+y+z'"));
    assertThat(translated("$replace(a, 'x', 'y', 1) & $join(b)", "{'a':'xx','b':['1','2']}"))
        .isEqualTo(json("'yx12'"));
  }

  @Test
  void nothing_isNoDocument() {
    assertThatExceptionOfType(NoTranslation.class)
        .isThrownBy(() -> Translation.of("missing").of(Json.parse("{}")))
        .withMessage("gives nothing");
  }

  @Test
  void aFailure_doesNotQuoteTheDocument() {
    assertThatExceptionOfType(NoTranslation.class)
        .isThrownBy(() -> Translation.of("$number(secret)").of(json("{'secret':'hush'}")))
        .withMessageNotContaining("hush")
        .withNoCause();
  }

  private static JsonNode translated(String expression, String document) {
    return Translation.of(expression).of(json(document));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
