package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule is to blame, and where it is. */
class RulesTest {
  private static final JsonNode SCHEMA =
      json(
          "{'properties':{'a/b':{'type':'string'},'c':{'$ref':'#/$defs/d'},'e':false},"
              + "'anyOf':[{'required':['x']}],'allOf':[{'minimum':1}],"
              + "'$defs':{'d':{'items':{'maxLength':1}}}}");

  @ParameterizedTest
  @CsvSource({
    "properties a/b type, type, /properties/a~1b/type",
    "properties c $ref items maxLength, maxLength, /$defs/d/items/maxLength",
    "anyOf 0 required, anyOf, /anyOf",
    "allOf 0 minimum, minimum, /allOf/0/minimum",
  })
  void path_leadsToItsRule(String path, String keyword, String pointer) {
    assertThat(Rules.at(SCHEMA, List.of(path.split(" "))))
        .isEqualTo(new Rules.Rule(keyword, pointer));
  }

  @Test
  void counterpart_isTheRuleOrTheSchemaItWasAddedTo() {
    assertThat(Rules.counterpart(SCHEMA, "/allOf/0/minimum")).isEqualTo("/allOf/0/minimum");
    assertThat(Rules.counterpart(SCHEMA, "/properties/c/minimum")).isEqualTo("/properties/c");
    assertThat(Rules.counterpart(SCHEMA, "/properties/new/minimum")).isNull();
    assertThat(Rules.counterpart(SCHEMA, null)).isNull();
  }

  @Test
  void withoutARule_onlyThisOneIsGone() {
    assertThat(Rules.without(json("{'a':1,'b':{'c':2,'d':3}}"), "/b/c"))
        .isEqualTo(json("{'a':1,'b':{'d':3}}"));
    assertThat(Rules.without(SCHEMA, "")).isNull();
    assertThat(Rules.without(SCHEMA, "/anyOf/0")).isNull();
  }
}
