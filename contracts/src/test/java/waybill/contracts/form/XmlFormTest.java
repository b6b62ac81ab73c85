package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Malformed;

class XmlFormTest {
  private static final String ROOT = "<note-taken xmlns='urn:waybill:orders.note-taken:3'>";
  private static final String END = "</note-taken>";
  private static final JsonNode SCHEMA =
      Given.closed(
          "{'t':{'type':'string'},'w':{'type':'integer'},'d':{'type':'number'},"
              + "'f':{'type':'boolean'},'n':{'type':['string','null']},'j':{},"
              + "'l':{'type':'array','items':{'type':['integer','null']}},"
              + "'m':{'type':'object','additionalProperties':{'type':'string'}},"
              + "'s':{'type':'object','properties':{'t':{'type':'string'}}}}");

  private final Form xml = Given.xml(SCHEMA);

  private JsonNode read(String content) {
    return xml.read((ROOT + content + END).getBytes(StandardCharsets.UTF_8));
  }

  private String written(String json) {
    return new String(xml.write(Given.json(json)), StandardCharsets.UTF_8);
  }

  @Test
  void fields_areWrittenInTheirOrder_andReadInAny() {
    assertThat(written("{'w':7,'t':'a'}"))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + ROOT.replace('\'', '"')
                + "<t>a</t><w>7</w></note-taken>\n");
    assertThat(read("<w>7</w><t>a</t>").toString()).isEqualTo("{\"t\":\"a\",\"w\":7}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'t':''}",
        "{'t':' a\\r\\n\\tb < & > ]]> \\ud83d\\ude00 \\u0085 '}",
        "{'w':-123456789012345678901234567890}",
        "{'d':1.50}",
        "{'d':0.0000001}",
        "{'d':3}",
        "{'f':false}",
        "{'n':null}",
        "{'n':''}",
        "{'j':{'a':[1,null,{'\\u0001':'x'}]}}",
        "{'j':null}",
        "{'l':[]}",
        "{'l':[1,null]}",
        "{'m':{}}",
        "{'m':{' <a>\\t\\n\\r&\\\"':'x','':''}}",
        "{'s':{}}",
        "{'s':{'t':'a','other':{'x':[1]},'2 nd':null}}"
      })
  void aDocument_isReadBackToTheDigit(String json) {
    JsonNode document = Given.json(json);
    assertThat(xml.read(xml.write(document))).isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          <t><![CDATA[<a>]]>b<!-- c -->d</t> | {'t':'<a>bd'}
          <w> \t+07 </w> | {'w':7}
          <d>.5</d> | {'d':0.5}
          <f> 1 </f> | {'f':true}
          <l> <item>1</item> <!-- and --> <?two?> <item>2</item> </l> | {'l':[1,2]}
          <j> [1, 2] </j> | {'j':[1,2]}
          <x:t xmlns:x='urn:waybill:orders.note-taken:3'>a</x:t> | {'t':'a'}
          <t>&#65;&lt;&quot;</t> | {'t':'A<\\"'}
          <s><additional_properties><entry name='a'>1</entry></additional_properties></s> | {'s':{'a':1}}
          """)
  void otherWaysToWriteTheSame_areRead(String content, String json) {
    assertThat(read(content.replace("\\t", "\t")))
        .isEqualTo(Given.json(json.replace("\\\"", "\\'")));
  }

  /** So that the contract says where, in its own words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          <w>many</w> | {'w':'many'}
          <w/> | {'w':''}
          <d>1e5</d> | {'d':'1e5'}
          <f>yes</f> | {'f':'yes'}
          <unknown>1</unknown> | {'unknown':'1'}
          <unknown><a>1</a><b/></unknown> | {'unknown':{'a':'1','b':''}}
          <t><b>bold</b></t> | {'t':{'b':'bold'}}
          <s>text</s> | {'s':'text'}
          <t xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/> | {'t':null}
          """)
  void whatIsNoneOfItsKind_isReadAsWhatItIs(String content, String json) {
    assertThat(read(content)).isEqualTo(Given.json(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<t>a</t><t>b</t>",
        "<m><entry name='a'>1</entry><entry name='a'>2</entry></m>",
        "<m><entry>1</entry></m>",
        "<m><a>1</a></m>",
        "<l><w>1</w></l>",
        "<t>a<b/></t>",
        "<s>text<t>a</t></s>",
        "<j>{</j>",
        "<j>{\"a\":1,\"a\":2}</j>",
        "<t unit='kg'>a</t>",
        "<t xmlns=''>a</t>",
        "<t>&unknown;</t>",
        "<t>&#0;</t>",
        "<t>\u0001</t>",
        "<t>",
        "<i:t>a</i:t>",
        "<n xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'>a</n>",
        "<s><additional_properties><entry name='t'>1</entry></additional_properties></s>",
        "</note-taken><note-taken>"
      })
  void whatTwoReadersCouldUnderstandDifferently_isMalformed(String content) {
    assertThatThrownBy(() -> read(content)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "<other/>",
        "<note-taken/>",
        "<note-taken xmlns='urn:waybill:orders.note-taken:2'/>",
        "<!DOCTYPE note-taken>NONE",
        "<!DOCTYPE note-taken [<!ENTITY a 'b'>]>AMP",
        "<!DOCTYPE note-taken SYSTEM 'file:///etc/passwd'>NONE",
        "<!DOCTYPE note-taken [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>AMP",
        "<!DOCTYPE note-taken [<!ENTITY % a SYSTEM 'http://localhost:1/x'> %a;]>NONE",
        "<!DOCTYPE note-taken [<!ENTITY b 'b'><!ENTITY a '&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>AMP",
        "<?xml version='1.1'?>NONE",
        "<?xml version='1.0' encoding='UTF-16'?>NONE",
        "NONENONE"
      })
  void aDocumentTypeOrAnotherDocument_isMalformed(String text) {
    String document = text.replace("NONE", ROOT + END).replace("AMP", ROOT + "<t>&a;</t>" + END);
    assertThatThrownBy(() -> xml.read(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void aBillionLaughs_areRefusedAtOnce() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 'lol'>");
    for (int i = 1; i < 10; i++)
      laughs.append("<!ENTITY lol" + i + " '" + ("&lol" + (i - 1) + ";").repeat(10) + "'>");
    String document = laughs + "]>" + ROOT + "<t>&lol9;</t>" + END;
    assertThatThrownBy(() -> xml.read(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void depth_isLimited() {
    assertThatThrownBy(() -> read("<x>".repeat(150) + "</x>".repeat(150)))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("<x>".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("<j>" + "[".repeat(100) + "]".repeat(100) + "</j>"))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("<w>" + "1".repeat(101) + "</w>")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("<t>" + "1".repeat((1 << 20) + 1) + "</t>"))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'t':'\\u0000'}",
        "{'t':'\\u000b'}",
        "{'t':'\\ufffe'}",
        "{'m':{'\\u0001':'x'}}",
        "{'t':7}",
        "{'w':1.5}",
        "{'w':'1'}",
        "{'d':1e200}",
        "{'d':1e-200}",
        "{'f':'true'}",
        "{'t':null}",
        "{'l':{}}",
        "{'m':[]}",
        "{'s':[]}",
        "{'unknown':1}",
        "[]"
      })
  void whatXmlDoesNotHold_isNotWritten(String json) {
    assertThatThrownBy(() -> xml.write(Given.json(json))).isInstanceOf(Unmappable.class);
  }

  @Test
  void damage_isMalformedOrAnotherDocument_andNothingElse() {
    Random random = new Random(8);
    Forms forms = Forms.of(waybill.contracts.Catalog.builtIn());
    for (Documents.Valid one : Documents.valid().toList()) {
      Form form = forms.form(one.id(), Format.XML).orElseThrow();
      byte[] bytes = form.write(one.document());
      for (int i = 0; i < 20; i++)
        try {
          form.read(Damage.done(bytes, random));
        } catch (Malformed e) {
          assertThat(e).hasMessageNotContaining("null");
        }
    }
  }
}
