package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;

/** Documents made from a schema alone. */
class SamplesTest {
  private static final int MOST = 5;
  private static final int FEW = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','properties':{'id':{'type':'string','pattern':'^[A-Z]{2}-[0-9]{3}$'},'n':{'type':'integer','multipleOf':7}},'required':['id'],'additionalProperties':false}",
        "{'type':'array','prefixItems':[{'const':'v1'}],'items':{'type':'array','items':{'type':'number','exclusiveMinimum':0}},'minItems':3}",
        "{'type':'object','properties':{'kind':{'enum':['a','b']},'x':{'type':'integer'}},'required':['kind'],'if':{'properties':{'kind':{'const':'a'}}},'then':{'required':['x']},'unevaluatedProperties':false}",
        "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{'v':{'type':'integer'},'l':{'$ref':'#/$defs/n'},'r':{'$ref':'#/$defs/n'}},'required':['v'],'additionalProperties':false}}}",
        "{'type':'array','contains':{'const':1},'minContains':2,'uniqueItems':false,'items':{'enum':[1,2,3]}}",
        "true",
      })
  void samples_areValid_andDifferFromEachOther(String schema) {
    List<JsonNode> samples = Samples.valid(json(schema), MOST);

    assertThat(samples)
        .hasSizeBetween(FEW, MOST)
        .doesNotHaveDuplicates()
        .allMatch(SchemaCheck.of(json(schema))::accepts);
  }

  @Test
  void schemaOfFewDocuments_givesAllOfThem() {
    assertThat(Samples.valid(json("{'enum':[1,'a',null]}"), MOST))
        .containsExactlyInAnyOrder(json("1"), json("'a'"), json("null"));
    assertThat(Samples.valid(json("{'type':'string','maxLength':0}"), MOST))
        .containsExactly(json("''"));
    assertThat(Samples.valid(json("false"), MOST)).isEmpty();
  }

  @Test
  void firstSample_showsEveryDeclaredProperty() {
    assertThat(
            Samples.valid(json("{'type':'object','properties':{'a':{'type':'integer'},'b':{}}}"), 1)
                .get(0)
                .fieldNames())
        .toIterable()
        .contains("a", "b");
  }

  static Stream<JsonNode> builtIn() {
    return Catalog.builtIn().contracts().stream()
        .map(Catalog.builtIn()::schema)
        .filter(schema -> !Json.write(schema).contains("\"waybill:"));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void builtInContract_hasSamples(JsonNode schema) {
    assertThat(Samples.valid(schema, MOST)).isNotEmpty().allMatch(SchemaCheck.of(schema)::accepts);
  }
}
