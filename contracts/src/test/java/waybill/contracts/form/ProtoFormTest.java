package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.form.Documents.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.Malformed;

class ProtoFormTest {
  /** t=1 w=2 d=3 f=4 n=5 n_is_null=6 j=7 l=8 l_is_empty=9 m=10 m_is_empty=11 s=12 ll=13 … */
  private static final JsonNode SCHEMA =
      Given.closed(
          "{'t':{'type':'string'},'w':{'type':'integer'},'d':{'type':'number'},"
              + "'f':{'type':'boolean'},'n':{'type':['string','null']},'j':{},"
              + "'l':{'type':'array','items':{'type':'integer'}},"
              + "'m':{'type':'object','additionalProperties':{'type':'string'}},"
              + "'s':{'type':'object','properties':{'t':{'type':'string'}}},"
              + "'ll':{'type':'array','items':{'type':'array','items':{'type':['boolean','null']}}},"
              + "'mm':{'type':'object','additionalProperties':{'type':['array','null'],'minItems':1}}"
              + "}");

  private final Form protobuf = Given.protobuf(SCHEMA);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'t':''}",
        "{'t':'\\u0000 \\ud83d\\ude00'}",
        "{'w':0}",
        "{'w':-9223372036854775808}",
        "{'w':9223372036854775807}",
        "{'d':0}",
        "{'d':-1.5}",
        "{'d':19.99}",
        "{'d':1e300}",
        "{'d':9007199254740993e3}",
        "{'f':false}",
        "{'n':null}",
        "{'n':''}",
        "{'j':null}",
        "{'j':[1.50,{'a':null}]}",
        "{'l':[]}",
        "{'l':[1,-1,300]}",
        "{'m':{}}",
        "{'m':{'':'','a':'b'}}",
        "{'s':{}}",
        "{'s':{'t':'a','other':[1],'':null}}",
        "{'ll':[[],[true,null,false]]}",
        "{'mm':{'a':null,'b':[1]}}"
      })
  void aDocument_isReadBack(String json) {
    JsonNode document = Given.json(json);
    assertThat(Canonical.text(protobuf.read(protobuf.write(document))))
        .isEqualTo(Canonical.text(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          '' | {}
          4001 4002 | {'l':[1,2]}
          4201 01 4002 4201 03 | {'l':[1,2,3]}
          4200 4801 | MALFORMED
          4800 | {}
          1080808080808080808001 | {'w':-9223372036854775808}
          1081808080808080808000 | {'w':1}
          2002 | {'f':true}
          5200 | {'m':{'':''}}
          5203120161 | {'m':{'':'a'}}
          52061201610a0162 | {'m':{'b':'a'}}
          """)
  void otherWaysToWriteTheSame_areRead(String bytes, String json) {
    byte[] body = hex(bytes.replace("'", ""));
    if (json.equals("MALFORMED"))
      assertThatThrownBy(() -> protobuf.read(body)).isInstanceOf(Malformed.class);
    else assertThat(protobuf.read(body)).isEqualTo(Given.json(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0a", // ends behind a tag
        "0a05 61", // a length behind the end
        "0affffffff0f", // a huge length
        "0affffffffffffffffff01", // a negative one
        "10", // no number
        "10ffffffffffffffffff7f", // a number of more than 64 bits
        "1080808080808080808080", // one without end
        "0801", // a text as a number
        "0b", // a group
        "0c",
        "0f", // no wire type at all
        "1200",
        "0000", // no field's number
        "f8ffffffff7f01", // a field's number that is too large
        "a20600", // a field that nobody knows
        "0a0161 0a0162", // twice
        "1001 1002",
        "0a01ff", // not UTF-8
        "19000000000000f87f", // NaN
        "19000000000000f07f", // infinity
        "190000",
        "3a017b", // not JSON
        "3a00",
        "2801 2a00", // a wire type that a text has not
        "2a0161 3001", // a text, and a flag that it is null
        "5203 0a0161 5203 0a0161", // a key twice
        "5202 1801", // a third field in an entry
        "5204 0a00 0a00",
        "62020801",
        "4201ff"
      })
  void whatTwoReadersCouldUnderstandDifferently_isMalformed(String bytes) {
    assertThatThrownBy(() -> protobuf.read(hex(bytes))).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'w':9223372036854775808}",
        "{'w':1.5}",
        "{'w':'1'}",
        "{'d':0.1234567890123456789}",
        "{'d':9007199254740993}",
        "{'d':1e400}",
        "{'t':1}",
        "{'t':null}",
        "{'f':1}",
        "{'l':null}",
        "{'l':{}}",
        "{'m':[]}",
        "{'s':1}",
        "{'unknown':1}",
        "[]"
      })
  void whatWouldBeReadAsSomethingElse_isNotWritten(String json) {
    assertThatThrownBy(() -> protobuf.write(Given.json(json))).isInstanceOf(Unmappable.class);
  }

  @Test
  void whatIsNoObject_isTheOnlyFieldOfAMessage() {
    for (String json : new String[] {"[[1],[]]", "[]"}) {
      Form lists =
          Given.protobuf(
              Given.json("{'type':'array','items':{'type':'array','items':{'type':'integer'}}}"));
      assertThat(lists.read(lists.write(Given.json(json)))).isEqualTo(Given.json(json));
    }
    Form any = Given.protobuf(Given.json("true"));
    assertThat(any.read(any.write(Given.json("null")))).isEqualTo(Given.json("null"));
    assertThatThrownBy(() -> any.read(new byte[0])).isInstanceOf(Malformed.class);
  }

  @Test
  void aListThatIsRequired_isThereWhenNothingIs() {
    JsonNode schema =
        Given.json("{'type':'object','required':['l'],'properties':{'l':{'type':'array'},'o':{}}}");
    assertThat(Given.protobuf(schema).read(new byte[0])).isEqualTo(Given.json("{'l':[]}"));
    assertThat(Given.proto(schema, null)).doesNotContain("is_empty");
    assertThatThrownBy(() -> Given.protobuf(schema).write(Given.json("{}")))
        .isInstanceOf(Unmappable.class);
  }

  @Test
  void namesThatTheCompilerWouldTakeForOne_haveNoMapping() {
    for (String properties :
        new String[] {
          "{'a_b':{},'aB':{}}",
          "{'a-b':{}}",
          "{'n':{'type':['string','null']},'n_is_null':{}}",
          "{'Line':{},'line':" + Given.closed("{'a':{}}") + "}",
          "{'additional_properties':{}}"
        })
      assertThatThrownBy(() -> Given.protobuf(Given.open(properties)))
          .isInstanceOf(NoMapping.class)
          .hasMessageStartingWith("Protocol Buffers ");
  }

  @Test
  void damage_isMalformedOrAnotherDocument_andNothingElse() {
    Random random = new Random(9);
    Forms forms = Forms.of(Catalog.builtIn());
    for (Documents.Valid one : Documents.valid().toList()) {
      Form form = forms.form(one.id(), Format.PROTOBUF).orElseThrow();
      byte[] bytes = form.write(one.document());
      for (int i = 0; i < 60; i++)
        try {
          form.read(Damage.done(bytes, random));
        } catch (Malformed e) {
          assertThat(e).hasMessageNotContaining("null");
        }
    }
  }

  @Test
  void noise_isMalformed_andNothingElse() {
    Random random = new Random(10);
    for (int i = 0; i < 30_000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      try {
        protobuf.read(noise);
      } catch (Malformed e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
