package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Violation;

/** What may be registered as a schema, and where it says why not. */
class ProfileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object'}",
        "{'properties':{'next':{'$ref':'#'}}}",
        "{'pattern':'^(?!x)[a-z]+$'}",
        "{'x-owner':'orders','format':'email','default':1}",
        "{'$defs':{'a':{'$anchor':'here'}},'$ref':'#here'}",
      })
  void schemaOfTheProfile_isTaken(String schema) {
    assertThat(Profile.violations(json(schema))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "5 | '' | type",
        "{'type':'text'} | /type | enum",
        "{'properties':{'a':{'minLength':-1}}} | /properties/a/minLength | minimum",
        "{'required':['a','a']} | /required | uniqueItems",
        "{'$schema':'http://json-schema.org/draft-07/schema#'} | /$schema | $schema",
        "{'$ref':'#/$defs/none'} | /$ref | $ref",
        "{'items':{'$ref':'https://example.com/s'}} | /items/$ref | $ref",
        "{'$ref':'#'} | '' | $ref",
        "{'pattern':'^(a)\\\\1$'} | /pattern | pattern",
        "{'patternProperties':{'a/(?=b)':true}} | /patternProperties/a~1(?=b) | patternProperties",
        "{'dependencies':{'a':['b']}} | /dependencies | dependencies",
        "{'minimum':1e999} | /minimum | number",
      })
  void whatIsNone_isRefusedWhereItIsWrong(String schema, String pointer, String rule) {
    assertThat(Profile.violations(json(schema)))
        .extracting(Violation::pointer, Violation::rule)
        .contains(tuple(pointer.replace("''", ""), rule));
  }

  static Stream<String> costly() {
    return Stream.of(
        "laughs by $ref",
        "a thousand deep",
        "ten thousand references",
        "a megabyte of names",
        "itself",
        "nested counts");
  }

  @ParameterizedTest
  @MethodSource("costly")
  void schemaThatCostsTooMuch_isRefused(String name) {
    JsonNode bomb = Bombs.all().getOrDefault(name, json("true"));

    assertThat(Profile.violations(bomb)).isNotEmpty();
  }
}
