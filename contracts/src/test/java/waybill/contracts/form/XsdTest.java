package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

class XsdTest {
  private final Forms forms = Forms.of(Catalog.builtIn());

  @Test
  void everyDocumentThatWeWrite_isValid() {
    Map<ContractId, Schema> schemas = new HashMap<>();
    Catalog.builtIn()
        .contracts()
        .forEach(id -> schemas.put(id, schema(forms.xsd(id).orElseThrow())));
    Documents.valid()
        .forEach(
            one ->
                assertThatCode(
                        () ->
                            validate(
                                Objects.requireNonNull(schemas.get(one.id())),
                                forms
                                    .form(one.id(), Format.XML)
                                    .orElseThrow()
                                    .write(one.document())))
                    .as("%s", one)
                    .doesNotThrowAnyException());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<lines><item><sku>s</sku><quantity>1</quantity></item></lines>",
        "<user_id>u</user_id><lines/>",
        "<user_id>u</user_id><lines><item><sku>s</sku><quantity>x</quantity></item></lines>",
        "<user_id>u</user_id><lines><item><sku>s</sku><quantity>1</quantity></item></lines><x/>"
      })
  void whatTheContractHasNoPlaceFor_isInvalid(String content) {
    ContractId id = new ContractId("orders.place-order", 1);
    Schema schema = schema(forms.xsd(id).orElseThrow());
    String document =
        "<place-order xmlns='urn:waybill:orders.place-order:1'>" + content + "</place-order>";
    assertThatThrownBy(() -> validate(schema, document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void mapsNullsListsAndWhatIsNotNamed_areValid() {
    JsonNode json =
        Given.open(
            "{'m':{'type':'object','additionalProperties':{'type':['integer','null']}},"
                + "'s':{'type':'object','additionalProperties':{'type':'object','properties':{'a':{}}}},"
                + "'n':{'type':['string','null'],'description':'<a> & \\u0001 b'},"
                + "'l':{'type':'array','items':{'type':'array','items':{'type':'number'}}},"
                + "'e':{'type':'object','additionalProperties':false}}");
    byte[] document =
        Given.xml(json)
            .write(
                Given.json(
                    "{'m':{'a b':1,'':null},'s':{'x':{'a':[1],'b':2}},'n':null,'l':[[],[1,2.50]],'e':{},'z':{}}"));
    assertThatCode(() -> validate(schema(Given.xsd(json)), document)).doesNotThrowAnyException();
  }

  private static Schema schema(String xsd) {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(new StringReader(xsd)));
    } catch (SAXException e) {
      throw new AssertionError(xsd, e);
    }
  }

  private static void validate(Schema schema, byte[] document) throws Exception {
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
  }
}
