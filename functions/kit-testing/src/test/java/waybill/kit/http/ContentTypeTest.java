package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.form.Format;
import waybill.kit.Limits;
import waybill.kit.http.Api.Event;

/** In which forms a request's body is read. */
class ContentTypeTest {
  private final Api api = new Api();

  @ParameterizedTest
  @EnumSource
  void aDocumentInAnyForm_isTheSameDocument(Format format) {
    JsonNode answer = api.call(Written.register(format));

    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(201);
    assertThat(body(answer).path("email").asText()).isEqualTo("ada@example.org");
    assertThat(header(answer, "content-type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "Application/JSON ; Charset=\"UTF-8\"",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded"
      })
  void json_isReadUnderAnyOfItsNames_andWhereTheNameWasForgotten(String type) {
    assertThat(status(Event.register().header("Content-Type", type))).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/pdf",
        "multipart/form-data; boundary=x",
        "*/*",
        "json",
        "application/json, application/json",
        "application/xhtml+xml",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "text/xml; charset=latin1"
      })
  void whatIsNotKnown_is415_andSaysWhatIs(String type) {
    JsonNode answer = api.call(Event.register().header("Content-Type", type));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(415);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(body(answer).path("type").asText()).endsWith(":unsupported-media-type");
    assertThat(body(answer).path("media_types").toString())
        .contains("application/json", "application/cbor");
    assertThat(header(answer, "accept")).startsWith("application/json, ");
    assertThat(api.table.items()).isEmpty();
    assertThat(api.callers).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentInAnyForm_isHeldAgainstItsContract(Format format) {
    byte[] wrong = Written.registration(format, "{\"email\":\"ada\",\"name\":\"Ada\"}");

    JsonNode answer = api.call(Written.register(format.mediaType(), wrong));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(answer).at("/violations/0/pointer").asText()).isEqualTo("/email");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotWhatItSaysItIs_is400(Format format) {
    byte[] garbage = {(byte) 0xff, 0x3c, 0x00, 0x7b};

    JsonNode answer = api.call(Written.register(format.mediaType(), garbage));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(body(answer).path("type").asText()).endsWith(":malformed");
  }

  @Test
  void theLimit_isOfWhatWasSent_andOfWhatItSays() {
    byte[] numbers = new byte[20_000];
    Arrays.fill(numbers, 3, numbers.length, (byte) 0xf6);
    numbers[0] = (byte) 0x99;
    numbers[1] = (byte) ((numbers.length - 3) >> 8);
    numbers[2] = (byte) (numbers.length - 3);

    assertThat(numbers.length).isLessThan(Limits.BODY_BYTES_MAX);
    JsonNode answer = api.call(Written.register("application/cbor", numbers));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(413);
    assertThat(status(Written.register("application/cbor", new byte[Limits.BODY_BYTES_MAX + 1])))
        .isEqualTo(413);
  }

  @Test
  void whoSendsNoDocument_mayCallItWhatTheyWant() {
    assertThat(status(Event.of("GET /users").header("Content-Type", "text/plain"))).isEqualTo(200);
  }

  @Test
  void whatWasSentInBytes_isNotInTheLog() {
    byte[] ada = Written.registration(Format.CBOR, Written.ADA);
    api.call(Written.register("application/cbor", ada).header("Accept", "application/cbor"));

    assertThat(api.logText())
        .isNotEmpty()
        .doesNotContain("ada@example.org")
        .doesNotContain(
            Base64.getEncoder().encodeToString(ada).substring(0, 16),
            new String(ada, StandardCharsets.ISO_8859_1));
  }

  private int status(Event event) {
    return api.call(event).path("statusCode").asInt();
  }
}
