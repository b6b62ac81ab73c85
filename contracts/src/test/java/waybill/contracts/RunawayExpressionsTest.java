package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunawayExpressionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "(a*)*$",
        "^(a|aa)+$",
        "^(a|a)*$",
        "^([a-zA-Z]+)*$",
        "^(\\w+\\s?)*$",
        "^(x+x+)+y$",
        "^((ab)*)*$",
        "^(\\d+)*#$",
        "(.*)*z$"
      })
  void whatTakesExponentialTime_isFound(String source) {
    assertThat(RunawayExpressions.runsAway(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[A-Za-z0-9._-]{1,64}$",
        "^[^@\\s]{1,64}@[^@\\s]{1,251}\\.[^@\\s]{1,63}$",
        "\\S",
        "^([a-z]+\\.)+[a-z]+$",
        "^(/.*)?$",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$",
        "^https?://[^/]+(/[^/?#]*)*$",
        "^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$",
        "("
      })
  void whatDoesNot_isLeftAlone(String source) {
    assertThat(RunawayExpressions.runsAway(source)).isFalse();
  }

  @Test
  void noContractOfTheCatalog_hasOne() {
    Catalog catalog = Catalog.builtIn();
    for (ContractId id : catalog.contracts())
      assertThat(RunawayExpressions.in(catalog.schema(id))).as(id.toString()).isEmpty();
  }

  @Test
  void aPlace_isNamed() {
    assertThat(
            RunawayExpressions.in(
                Json.parse(
                    "{\"items\":{\"pattern\":\"(a+)+$\"},\"patternProperties\":{\"(a*)*/$\":{}}}")))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("/items/pattern", "/patternProperties/(a*)*~1$");
  }

  @Test
  void moreThanCanBeTried_areRefused() {
    StringBuilder many = new StringBuilder("{\"anyOf\":[true");
    for (int n = 0; n <= 200; n++) many.append(",{\"pattern\":\"^").append(n).append("x*x*x*$\"}");
    assertThat(RunawayExpressions.in(Json.parse(many.append("]}").toString())))
        .extracting(Violation::pointer)
        .containsExactly("");
  }
}
