package waybill.contracts.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;

/** A bridge holds if every document that is sent over it arrives as a valid one. */
class TrialTest {
  private static final JsonNode ONE_NAME =
      json(
          "{'type':'object','properties':{'name':{'type':'string'},'tags':{'type':'array','items':{'type':'string'}}},'required':['name','tags'],'additionalProperties':false}");
  private static final JsonNode TWO_NAMES =
      json(
          "{'type':'object','properties':{'first':{'type':'string'},'last':{'type':'string'},'tags':{'type':'array','items':{'type':'string'}}},'required':['first','last','tags'],'additionalProperties':false}");

  @Test
  void aBridgeThatKeepsItsPromise_hasNoCounterexample() {
    assertThat(
            tried(
                "{'first': name, 'last': '', 'tags': [tags]}",
                "{'name': first & ' ' & last, 'tags': [tags]}"))
        .isEmpty();
  }

  @Test
  void aListOfOne_thatBecomesNoList_isFound() {
    Counterexample found =
        tried("{'first': name, 'last': '', 'tags': tags.($)}", "{'name': first, 'tags': [tags]}")
            .orElseThrow();
    assertThat(found.direction()).isEqualTo("up");
    assertThat(found.document().path("tags").size()).isLessThan(2);
    assertThat(found.violations()).first().extracting("pointer").isEqualTo("/tags");
  }

  @Test
  void theWayBack_isTriedToo() {
    Counterexample found =
        tried("{'first': name, 'last': '', 'tags': [tags]}", "{'name': first & last}")
            .orElseThrow();
    assertThat(found.direction()).isEqualTo("down");
    assertThat(found.violations()).first().extracting("rule").isEqualTo("required");
  }

  @Test
  void whatFails_isACounterexampleThatSaysSo() {
    Counterexample found = tried("$number(name)", "{'name': first}").orElseThrow();
    assertThat(found.translated()).isNull();
    assertThat(found.says()).startsWith("fails");
  }

  @Test
  void examplesOfTheOwner_areSentOverAsWell() {
    Bridge onlyShort =
        Bridge.of(
            "{'first': $length(name) < 500 ? name : 7, 'last': '', 'tags': [tags]}",
            "{'name': first, 'tags': [tags]}");
    JsonNode aLongOne = Json.object().put("name", "x".repeat(501)).set("tags", Json.parse("[]"));
    assertThat(new Trial(ONE_NAME, TWO_NAMES).of(onlyShort, List.of(aLongOne), List.of()))
        .isPresent();
  }

  private static Optional<Counterexample> tried(String up, String down) {
    return new Trial(ONE_NAME, TWO_NAMES).of(Bridge.of(up, down), List.of(), List.of());
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
