package waybill.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine finds what {@code java.util.regex} finds, which the edge asks first. */
class ExpressionTest {
  private static final int TEXTS = 500;
  private static final int LENGTH_MAX = 8;
  private static final String[] LETTERS = {
    "a", "b", "c", "A", "Z", "0", "9", "_", "-", " ", "\n", "\t", "\r", "\u0085", "\u2028", "é",
    "Ω", "😀", ".", "]", "^", "\\"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "^a",
        "a$",
        "^a$",
        "^$",
        "^",
        "$",
        "a|b",
        "^a|b$",
        "^(a|b)$",
        "(^a|b$)",
        "()",
        "(a|)",
        "a.c",
        "^.{2,3}$",
        "^.$",
        "^.*$",
        "[abc]",
        "[^abc]",
        "^[a-c]+$",
        "[a-]",
        "[-a]",
        "[\\]^]",
        "[\\d_]",
        "[^\\s]",
        "[a\\-c]",
        "^[^a]*$",
        "[.]",
        "a*",
        "^a+b?$",
        "^a{2}$",
        "^a{2,}$",
        "^a{0,2}$",
        "^(ab){1,2}$",
        "^(a{1,2}){2}$",
        "a??b",
        "^a+?$",
        "(a|b)*c",
        "\\d",
        "\\D",
        "\\w+",
        "\\W",
        "\\s",
        "\\S",
        "\\.",
        "\\^",
        "\\\\",
        "\\x61",
        "\\u0061",
        "\\t\\n",
        "\\-",
        "\\p{L}",
        "^\\p{Lu}+$",
        "\\P{L}",
        "[\\p{N}_]",
        "\\p{S}",
        "(?:a|b)c",
        "(?<name>a)b",
        "(a$|b)",
        "a$b",
        "(^a)+b|c",
        "x*$",
        "(a*)*b",
        "^((a|b)|(b|c)){3}$",
        "é",
        "😀",
        "^[😀a]$"
      })
  void expression_isFoundWhereJavaFindsIt(String source) throws NotRegular {
    Expression expression = Expression.of(source);
    // As the edge writes it: a `$` is only the very end.
    Pattern java = Pattern.compile(source.replaceAll("(?<!\\\\)\\$", "\\\\z"));
    Random random = new Random(source.hashCode());
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      assertThat(expression.isIn(text))
          .as("%s in '%s'", source, text)
          .isEqualTo(java.matcher(text).find());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int letters = random.nextBoolean() ? 3 : LETTERS.length;
    for (int i = random.nextInt(LENGTH_MAX + 1); i > 0; i--)
      text.append(LETTERS[random.nextInt(letters)]);
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\u0001',
      value = {
        "(a)\\1 back",
        "\\ba boundary",
        "a(?=b) around",
        "a(?!b) around",
        "(?<=a)b behind",
        "(?i)a modes",
        "a{2001} repetitions",
        "(a{1000}){1000} large",
        "( unmatched",
        ") unmatched",
        "[a unfinished",
        "[] empty",
        "*a repeat",
        "a++ repetition",
        "a{2,1} bounds",
        "a{} number",
        "^* anchor",
        "\\p{Greek} category",
        "\\q escape",
        "\\ud800 half",
        "[b-a] range",
        "a\\ unfinished",
      })
  void whatNoMachineFollows_isRefusedWithAReason(String source, String reason) {
    assertThatThrownBy(() -> Expression.of(source))
        .isInstanceOf(NotRegular.class)
        .hasMessageContaining(reason);
  }

  @Test
  void nestedGroupsAndLongExpressions_haveAnEnd() {
    assertThatThrownBy(() -> Expression.of("(".repeat(10_000) + ")".repeat(10_000)))
        .isInstanceOf(NotRegular.class);
    assertThatThrownBy(() -> Expression.of("(".repeat(60) + ")".repeat(60)))
        .hasMessageContaining("deeper");
    assertThatThrownBy(() -> Expression.of("a".repeat(4_001))).hasMessageContaining("longer");
  }
}
