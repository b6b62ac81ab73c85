package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import org.junit.jupiter.api.Test;

/** Whatever is not needed is left out. */
class ShrinkerTest {

  @Test
  void membersAndItemsAtAnyDepth_areLeftOut() {
    Shrinker shrinker = new Shrinker(document -> document.at("/a/0/b").asInt() == 1);

    assertThat(shrinker.shrunk(json("{'x':1,'a':[{'b':1,'c':[2]},3],'y':{}}")))
        .isEqualTo(json("{'a':[{'b':1}]}"));
  }

  @Test
  void whatCannotBeSmaller_staysAsItIs() {
    Shrinker shrinker = new Shrinker(document -> document.size() >= 2);

    assertThat(shrinker.shrunk(json("[1,2]"))).isEqualTo(json("[1,2]"));
  }

  @Test
  void whatIsGiven_isNotChanged() {
    var document = json("{'a':[1,2],'b':1}");

    new Shrinker(any -> true).shrunk(document);

    assertThat(document).isEqualTo(json("{'a':[1,2],'b':1}"));
  }
}
