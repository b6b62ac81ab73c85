package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.http.HttpTesting.Answered;

class FormsOfVersionsTest {
  private static final String PATH = "/contracts/shop.parcel/versions/";
  private static final String V1 = closed("'id':{'type':'string'},'note':{'type':'string'}");
  private static final String V2 = closed("'id':{'type':'string'}");
  private static final String V3 =
      closed("'note':{'type':'integer'},'id':{'type':'string'},'seen':{'type':'boolean'}");
  private static final String V4 = closed("'note':{'type':'string'}");

  private final Archive archive = new Archive().with("shop.parcel", V1, V2, V3, V4);

  private static String closed(String properties) {
    return ("{'type':'object','additionalProperties':false,'properties':{" + properties + "}}")
        .replace('\'', '"');
  }

  private JsonNode numbers(int version) {
    return archive.get(PATH + version).body().at("/numbers/");
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  @Test
  void aVersion_isRegisteredWithNumbers_thatNoLaterOneChanges() {
    assertThat(numbers(1)).isEqualTo(json("{'id text':1,'note text':2}"));
    assertThat(numbers(2)).isEqualTo(json("{'id text':1,'note text':2}"));
    assertThat(numbers(3))
        .isEqualTo(json("{'id text':1,'note text':2,'note whole':3,'seen flag':4}"));
    assertThat(numbers(4)).isEqualTo(numbers(3));
  }

  @Test
  void theNumbers_areSaidWithTheVersion() {
    assertThat(archive.said())
        .filteredOn(message -> message.contract().name().equals("catalog.version-registered"))
        .extracting(message -> message.data().at("/numbers/"))
        .containsExactly(numbers(1), numbers(2), numbers(3), numbers(4));
  }

  @Test
  void aNameThatWasAnotherType_hasANewNumber_andItsOldOneWhenItIsWhatItWas() {
    assertThat(file("3/schema.proto"))
        .contains("reserved 2;", "optional int64 note = 3;", "optional string id = 1;");
    assertThat(file("4/schema.proto"))
        .contains("reserved 1, 3, 4;", "reserved \"id\", \"seen\";", "string note = 2;");
  }

  @Test
  void aRetiredVersion_keepsItsNumbersForItself() {
    assertThat(archive.as(Archive.SHOP).delete(PATH + "4").status()).isEqualTo(200);
    assertThat(archive.register("shop.parcel", closed("'other':{}")).status()).isEqualTo(201);
    assertThat(numbers(5).get("other json").intValue()).isEqualTo(5);
  }

  @Test
  void theFiles_areSentAsTheyAre() {
    Answered proto = archive.get(PATH + "1/schema.proto");
    assertThat(proto.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(proto.header("cache-control")).isEqualTo("private, max-age=10");
    assertThat(proto.text("")).startsWith("// shop.parcel/1\nsyntax = \"proto3\";");
    Answered xsd = archive.get(PATH + "latest/schema.xsd");
    assertThat(xsd.header("content-type")).isEqualTo("application/xml");
    assertThat(xsd.text("")).contains("targetNamespace=\"urn:waybill:shop.parcel:4\"");
  }

  @Test
  void aBuiltInVersion_hasItsFilesToo() {
    Answered proto = archive.get("/contracts/orders.place-order/versions/1/schema.proto");
    assertThat(proto.text("")).contains("message PlaceOrder {");
    assertThat(archive.get("/contracts/orders.place-order/versions/1").body().path("numbers"))
        .isNotEmpty();
  }

  @Test
  void aVersion_saysWhatItsDocumentsCanBeWrittenIn() {
    assertThat(archive.get(PATH + "1").body().path("forms"))
        .isEqualTo(
            json(
                "[{'media_type':'application/json'},{'media_type':'application/xml','schema':"
                    + "'/contracts/shop.parcel/versions/1/schema.xsd'},"
                    + "{'media_type':'application/cbor'},"
                    + "{'media_type':'application/x-protobuf','schema':"
                    + "'/contracts/shop.parcel/versions/1/schema.proto'}]"));
  }

  @Test
  void whatHasNoMapping_isRegistered_andSaysWhy() {
    archive.with("shop.odd", closed("'2nd':{'type':'string'}"));
    JsonNode forms = archive.get("/contracts/shop.odd/versions/1").body().path("forms");
    assertThat(forms.findValuesAsText("why_not"))
        .containsExactly(
            "XML has no name for its property \"2nd\".",
            "Protocol Buffers have no name for its property \"2nd\".");
    for (String file : new String[] {"proto", "xsd"}) {
      Answered answered = archive.as(STRANGER).get("/contracts/shop.odd/versions/1/schema." + file);
      assertThat(answered.refusal()).isEqualTo("404 not-found");
      assertThat(answered.text("/detail")).contains("no", "name for its property \"2nd\"");
    }
    assertThat(archive.get("/contracts/shop.odd/versions/2/schema.xsd").status()).isEqualTo(404);
  }

  private String file(String path) {
    return archive.get(PATH + path).text("");
  }
}
