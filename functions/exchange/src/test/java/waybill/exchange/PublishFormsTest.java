package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;
import waybill.exchange.ledger.Arrival;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;
import waybill.kit.testing.BooksBalance;

/** Messages that come in other forms than JSON: from the door on there is no difference. */
@BooksBalance
class PublishFormsTest {
  private static final String DATA = "{\"parcel\":\"p1\",\"weight\":7}";

  private final Outside outside = new Outside();

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void dataInAnyForm_areStoredAsIfTheyHadComeInJson(Format format) {
    Outside other = new Outside();
    Answered inJson = binary(other, "e1", "application/json").post("/messages", DATA);

    Answered answer = publish("e1", format, DATA);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(inJson.body());
    assertThat(outside.entry("parcels~p1~1").text()).isEqualTo(other.entry("parcels~p1~1").text());
    assertThat(outside.entry("parcels~p1~1").digest())
        .isEqualTo(other.entry("parcels~p1~1").digest());
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void theSameEventInAnotherForm_isTheSameEvent(Format format) {
    Answered first = binary(outside, "e1", "application/json").post("/messages", DATA);

    assertThat(publish("e1", format, DATA).body()).isEqualTo(first.body());
    assertThat(publish("e1", format, DATA.replace("7", "8")).refusal())
        .isEqualTo("409 event-id-reused /id");
    assertThat(outside.messagesOf("p1")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void data_areHeldAgainstTheirContract(Format format) {
    outside.registers(2, schema("{\"parcel\":{\"type\":\"string\",\"maxLength\":5}}"), null);

    refused(
        "422 contract-violation /data/parcel",
        binary(outside, "e1", format.mediaType())
            .post("/messages", written(format, 2, "{\"parcel\":\"far too long\"}")));
  }

  @Test
  void aWholeEvent_isTakenInCborToo() {
    JsonNode event = Outside.event("e1", "p1");

    Answered answer =
        asking("application/cloudevents+cbor").post("/messages", cbor(event.toString()));

    assertThat(answer.text("/message_id")).isEqualTo("parcels~p1~1");
    assertThat(Arrival.of(outside.entry("parcels~p1~1")).message().data())
        .isEqualTo(event.path("data"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"XML", "PROTOBUF"})
  void aWholeEvent_isNotTakenInAnyOther(Format format) {
    Answered answer = asking(format.mediaType()).post("/messages", cbor(DATA));

    refused("415 unsupported-media-type", answer);
    assertThat(answer.header("accept")).contains("application/cloudevents+json");
    assertThat(asking("application/cloudevents+xml").post("/messages", "<event/>").status())
        .isEqualTo(415);
  }

  @Test
  void whoMayNotSpeak_isRefused_beforeAnythingIsDecoded() {
    outside.binds("letters", "letters-client");
    Asking foreign = with(outside.as(Caller.machine("letters-client")), "e1", "application/cbor");

    refused("403 foreign-source /source", foreign.post("/messages", new byte[] {(byte) 0xff}));
  }

  @Test
  void whatCannotBeDecoded_isRefusedWithItsReason() {
    Asking asking = binary(outside, "e1", "application/cbor");

    refused("400 malformed", asking.post("/messages", new byte[] {(byte) 0xff}));
    refused("422 contract-violation /data", asking.post("/messages", new byte[] {1}));
    refused(
        "422 unknown-contract /type",
        asking.with("ce-type", "parcels.nothing").post("/messages", cbor(DATA)));
    refused(
        "422 unknown-version /dataschema",
        asking
            .with("ce-dataschema", "waybill:parcels.parcel-sent/9")
            .post("/messages", cbor(DATA)));
  }

  @Test
  void anAnswerThatNobodyCanGive_isRefused_beforeAnythingIsStored() {
    refused(
        "406 not-acceptable",
        binary(outside, "e1", "application/json")
            .with("accept", "text/html")
            .post("/messages", DATA));
  }

  @Test
  void anIdempotencyKey_isForOneForm_sinceTheSameBytesSaySomethingElseInAnother() {
    byte[] data = cbor(DATA);
    binary(outside, "e1", "application/cbor").with("idempotency-key", "k").post("/messages", data);

    assertThat(
            binary(outside, "e1", "application/json")
                .with("idempotency-key", "k")
                .post("/messages", DATA)
                .refusal())
        .isEqualTo("422 idempotency-key-reused");
  }

  private void refused(String how, Answered answer) {
    assertThat(answer.refusal()).isEqualTo(how);
    assertThat(outside.stored()).isEmpty();
    assertThat(outside.published.waiting()).isEmpty();
  }

  private Answered publish(String id, Format format, String data) {
    return binary(outside, id, format.mediaType()).post("/messages", written(format, data));
  }

  private Asking asking(String type) {
    return outside.as(Outside.PARCELS).with("content-type", type);
  }

  private static Asking binary(Outside at, String id, String type) {
    return with(at.as(Outside.PARCELS), id, type);
  }

  private static Asking with(Asking asking, String id, String type) {
    Asking all = asking.with("x-correlation-id", "c1");
    for (var attribute : Outside.attributes(id).entrySet())
      all = all.with(attribute.getKey(), attribute.getValue());
    return all.with("content-type", type);
  }

  private byte[] cbor(String json) {
    return written(Format.CBOR, json);
  }

  private byte[] written(Format format, String json) {
    return written(format, 1, json);
  }

  private byte[] written(Format format, int version, String json) {
    return Forms.of(outside.copies().known(outside.spine.exchange()).catalog())
        .form(new ContractId(Outside.CONTRACT, version), format)
        .orElseThrow()
        .write(Json.parse(json));
  }

  private static String schema(String properties) {
    return "{\"type\":\"object\",\"properties\":" + properties + ",\"required\":[\"parcel\"]}";
  }
}
