package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'type':'string'} | TEXT
          {'enum':['a','b']} | TEXT
          {'const':7} | WHOLE
          {'type':'integer'} | WHOLE
          {'type':'number'} | DECIMAL
          {'type':['integer','number']} | DECIMAL
          {'allOf':[{'type':'number'},{'type':'integer'}]} | WHOLE
          {'type':'number','enum':[1,2]} | WHOLE
          {'type':'boolean'} | FLAG
          {'type':['string','integer']} | JSON
          {'enum':['a',1]} | JSON
          {'type':'null'} | JSON
          {'type':['string','integer','null']} | JSON
          {} | JSON
          true | JSON
          false | JSON
          {'type':'object'} | JSON
          {'type':'object','additionalProperties':true} | JSON
          {'type':'object','patternProperties':{'a':{'type':'string'}}} | JSON
          {'properties':{'a':{'type':'string'}}} | JSON
          {'anyOf':[{'type':'string'},{'type':'string','maxLength':3}]} | TEXT
          {'oneOf':[{'type':'string'},{'type':'array'}]} | JSON
          {'$ref':'#/$defs/a','$defs':{'a':{'type':'boolean'}}} | FLAG
          {'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/a'}}} | JSON
          {'$ref':'#/$defs/a%20b~1','$defs':{'a b/':{'type':'boolean'}}} | FLAG
          {'type':['string','null']} | Nullable[shape=TEXT]
          {'anyOf':[{'type':'null'},{'type':'string'}]} | Nullable[shape=TEXT]
          {'type':'array'} | ListOf[item=JSON, mayBeEmpty=true]
          {'type':'array','minItems':1,'items':{'type':'integer'}} | ListOf[item=WHOLE, mayBeEmpty=false]
          {'type':'array','prefixItems':[{}],'items':{'type':'integer'}} | ListOf[item=JSON, mayBeEmpty=true]
          {'oneOf':[{'type':'null'},{'type':'array','items':{'type':'string'}}]} | Nullable[shape=ListOf[item=TEXT, mayBeEmpty=true]]
          {'type':'object','additionalProperties':{'type':'string'}} | MapOf[value=TEXT, mayBeEmpty=true]
          {'type':'object','additionalProperties':false} | Struct[fields=[], open=false, says=]
          """)
  void aSchema_hasAShape(String schema, String shape) {
    assertThat(Shapes.of(Given.json(schema))).hasToString(shape);
  }

  @Test
  void allThatIsSaidTogether_isOneStruct() {
    Shape shape =
        Shapes.of(
            Given.json(
                "{'allOf':[{'$ref':'#/$defs/base'},{'properties':{'b':{'type':'string'}},"
                    + "'required':['a']}],'$defs':{'base':{'type':'object',"
                    + "'properties':{'a':{'type':'integer'},'b':{'maxLength':3}}}}}"));
    assertThat(shape)
        .hasToString(
            "Struct[fields=[Field[name=a, shape=WHOLE, required=true, says=],"
                + " Field[name=b, shape=TEXT, required=false, says=]], open=true, says=]");
  }

  @Test
  void whatHoldsItself_isKeptAsJsonFromThereOn() {
    Shape shape = Shapes.of(Given.closed("{'name':{'type':'string'},'under':{'$ref':'#'}}"));
    assertThat(shape).asString().contains("Field[name=under, shape=Struct[").contains("shape=JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'$dynamicRef':'#a'} | Its schema has a $dynamicRef.
          {'properties':{'a':{'$ref':'#anchor'}},'type':'object'} | Its schema has a $ref that is no JSON Pointer into itself.
          {'$ref':'#/%zz'} | Its schema has a $ref that is no JSON Pointer into itself.
          {'$ref':'#/nowhere'} | Its schema has a $ref that is no JSON Pointer into itself.
          """)
  void whatCanNotBeTold_isASentence(String schema, String sentence) {
    assertThatThrownBy(() -> Shapes.of(Given.json(schema)))
        .isInstanceOf(NoMapping.class)
        .hasMessage(sentence);
  }

  @Test
  void aSmallSchemaThatUnfoldsWithoutEnd_isGivenUp() {
    StringBuilder defs = new StringBuilder("'d40':{'type':'string'}");
    for (int i = 0; i < 40; i++) {
      String ref = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
      defs.append(",'d" + i + "':{'anyOf':[" + ref + "," + ref + "]}");
    }
    assertThatThrownBy(() -> Shapes.of(Given.json("{'$ref':'#/$defs/d0','$defs':{" + defs + "}}")))
        .isInstanceOf(NoMapping.class);
  }
}
