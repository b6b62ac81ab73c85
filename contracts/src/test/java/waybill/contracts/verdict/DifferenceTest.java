package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.verdict.Difference.Change.ADDED;
import static waybill.contracts.verdict.Difference.Change.CHANGED;
import static waybill.contracts.verdict.Difference.Change.REMOVED;

import org.junit.jupiter.api.Test;
import waybill.contracts.Json;

class DifferenceTest {
  @Test
  void eachPlace_isNamed_whereItIs() {
    assertThat(
            Difference.between(
                Json.parse(
                    "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b/c\":{}}}"),
                Json.parse(
                    "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"},\"d\":{}}}")))
        .containsExactly(
            new Difference(CHANGED, "/properties/a/type"),
            new Difference(REMOVED, "/properties/b~1c"),
            new Difference(ADDED, "/properties/d"));
  }

  @Test
  void whatIsNoObject_isChangedAsAWhole() {
    assertThat(Difference.between(Json.parse("{\"enum\":[1,2]}"), Json.parse("{\"enum\":[2]}")))
        .containsExactly(new Difference(CHANGED, "/enum"));
    assertThat(Difference.between(Json.parse("true"), Json.parse("{}")))
        .containsExactly(new Difference(CHANGED, ""));
    assertThat(Difference.between(Json.parse("{}"), Json.parse("{}"))).isEmpty();
  }
}
