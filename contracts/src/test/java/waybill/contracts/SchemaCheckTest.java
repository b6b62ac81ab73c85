package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static waybill.contracts.Quoted.json;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the validator by itself is not 2020-12 to the letter, and ours is. */
class SchemaCheckTest {
  private static final Duration AN_END = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{'const':{'a':[1.0]}} | {'a':[1]} | true",
        "{'const':{'a':1,'b':2}} | {'b':2.0,'a':1e0} | true",
        "{'const':'1'} | 1 | false",
        "{'const':false} | 0 | false",
        "{'enum':[[1],{'a':2}]} | {'a':2.0} | true",
        "{'enum':[[1,2]]} | [2,1] | false",
        "{'uniqueItems':true} | [1,1.0] | false",
        "{'uniqueItems':true} | [{'a':1,'b':2},{'b':2,'a':1.0}] | false",
        "{'uniqueItems':true} | [1,true,'1',[1],[true]] | true",
        "{'uniqueItems':false} | [1,1] | true",
        "{'minContains':2,'maxContains':1} | 'a' | true",
        "{'minContains':2} | [] | true",
        "{'contains':{'const':1},'minContains':2,'maxContains':1} | {} | true",
        "{'contains':{'const':1},'minContains':2,'maxContains':1} | [1,1] | false",
        "{'contains':{'const':1},'minContains':0} | [] | true",
        "{'pattern':'^[a[]$'} | '[' | true",
        "{'pattern':'^[a&&b]$'} | '&' | true",
        "{'pattern':'a$'} | 'a\\n' | false",
        "{'format':'email'} | 'no email' | true",
      })
  void document_isJudgedAsTheSpecificationSays(String schema, String document, boolean accepted) {
    assertThat(SchemaCheck.of(json(schema)).accepts(json(document))).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$", "^(a*)*$", "^([a-z]+)*$", "(.*a){12}b"})
  void runawayExpression_comesToAnEnd(String pattern) {
    SchemaCheck check = SchemaCheck.of(Json.object().put("pattern", pattern));
    String text = "a".repeat(5_000) + "!";

    assertTimeoutPreemptively(AN_END, () -> assertThat(check.accepts(Json.tree(text))).isFalse());
  }

  @Test
  void brokenRules_leadThroughTheSchemaToTheRule() {
    SchemaCheck check = SchemaCheck.of(json("{'properties':{'a':{'allOf':[{'type':'string'}]}}}"));

    assertThat(check.brokenRules(json("{'a':1}")).get(0))
        .containsExactly("properties", "a", "allOf", "0", "type");
  }
}
