package waybill.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shortest text that some expressions take and others do not. */
class TextsTest {
  private static final int NO_END = -1;

  @Test
  void intersection_hasItsShortestText() throws Exception {
    assertThat(shortest(List.of("^a", "b$", "^.{3,}$"), List.of())).contains("aab");
    assertThat(shortest(List.of("^(ab)+$", "^(aba)*b?$"), List.of())).contains("abab");
  }

  @Test
  void complement_hasItsShortestText() throws Exception {
    assertThat(shortest(List.of("^[ab]+$"), List.of("^a*$"))).contains("b");
    assertThat(shortest(List.of(), List.of("^$", "^.$")))
        .hasValueSatisfying(text -> assertThat(text).hasSizeBetween(1, 2));
  }

  @Test
  void whereNoTextIs_noneIsFound() throws Exception {
    assertThat(shortest(List.of("^a$", "^b$"), List.of())).isEmpty();
    assertThat(shortest(List.of("^(a|b)*$"), List.of("^[ab]*$"))).isEmpty();
    assertThat(shortest(List.of("a$b"), List.of())).isEmpty();
    assertThat(shortest(List.of("^a{2,4}$"), List.of("^aa(a|aa)?$"))).isEmpty();
  }

  @Test
  void lengths_bindInCodePoints() throws Exception {
    assertThat(texts(List.of("^a*$"), List.of(), Set.of(), 3, 5).shortest(() -> {}))
        .contains("aaa");
    assertThat(texts(List.of("^(aaaa)+$"), List.of(), Set.of(), 5, 7).shortest(() -> {})).isEmpty();
    assertThat(texts(List.of("^😀*$"), List.of(), Set.of(), 2, 2).shortest(() -> {}))
        .contains("😀😀");
    assertThat(texts(List.of(), List.of(), Set.of(), 3, 2).shortest(() -> {})).isEmpty();
  }

  @Test
  void textsLeftOut_areNotFound() throws Exception {
    assertThat(texts(List.of("^(a|bb)$"), List.of(), Set.of("a"), 0, NO_END).shortest(() -> {}))
        .contains("bb");
    assertThat(
            texts(List.of("^(a|bb)$"), List.of(), Set.of("a", "bb"), 0, NO_END).shortest(() -> {}))
        .isEmpty();
  }

  @Test
  void searchWithoutAnEnd_isGivenUp_andTellsTheTimeOnItsWay() throws Exception {
    List<Integer> ticks = new ArrayList<>();
    Texts texts = texts(List.of("^(a|b)*a(a|b){18}$"), List.of("^[ab]*$"), Set.of(), 0, NO_END);

    assertThatThrownBy(() -> texts.shortest(() -> ticks.add(1))).isInstanceOf(Texts.GivenUp.class);
    assertThat(ticks).hasSizeGreaterThan(100);
  }

  private static Optional<String> shortest(List<String> in, List<String> notIn) throws Exception {
    return texts(in, notIn, Set.of(), 0, NO_END).shortest(() -> {});
  }

  private static Texts texts(
      List<String> in, List<String> notIn, Set<String> except, int least, int most)
      throws NotRegular {
    return new Texts(read(in), read(notIn), except, least, most);
  }

  private static List<Expression> read(List<String> sources) throws NotRegular {
    List<Expression> all = new ArrayList<>();
    for (String source : sources) all.add(Expression.of(source));
    return all;
  }
}
