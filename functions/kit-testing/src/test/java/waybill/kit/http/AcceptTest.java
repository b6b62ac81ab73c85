package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.contracts.form.Form;
import waybill.contracts.form.Format;
import waybill.kit.http.Api.Event;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;

/** In which forms answers are given. */
@BooksBalance
class AcceptTest {
  private final Api api = new Api();

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void anAnswer_isGivenInTheFormThatIsWanted(Format format) {
    JsonNode answer = api.call(Event.register().header("Accept", format.mediaType()));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
    assertThat(header(answer, "content-type")).isEqualTo(format.mediaType());
    assertThat(header(answer, "vary")).isEqualTo("accept");
    assertThat(header(answer, "location")).startsWith("/users/");
    assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Written.user(format, answer).path("email").asText()).isEqualTo("ada@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/*",
        "application/json",
        "APPLICATION/Json; charset=utf-8",
        "text/html, application/json;q=0.1",
        "application/cbor, application/json",
        "application/cbor;q=0.5, */*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/cbor;q=0, */*;q=0.001",
        "image/png;note=\"a,b;q=0\" , */*",
        "application/problem+json, application/json",
        "application/cbor;q=2, application/json;q=0.1"
      })
  void json_isGivenToWhomItSuits(String accept) {
    JsonNode answer = api.call(Event.register().header("Accept", accept));

    assertThat(header(answer, "content-type")).isEqualTo("application/json");
    assertThat(header(answer, "vary")).isEqualTo("accept");
    assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/cbor, application/json;q=0.9|application/cbor",
        "application/json;q=0, application/cbor;q=0.001|application/cbor",
        "application/json;q=0, application/*|application/cbor",
        "Application/CBOR;q=1.000 ,text/plain|application/cbor",
        "application/json;charset=utf-16, application/cbor;q=0.1|application/cbor"
      })
  void whatIsDearest_isGiven(String accept, String type) {
    JsonNode answer = api.call(Event.register().header("Accept", accept));

    assertThat(header(answer, "content-type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "image/*",
        "application/json;q=0",
        "*/*;q=0",
        "application/vnd.api+json",
        "application/problem+json",
        "application/json;charset=utf-16",
        "garbage",
        ",,;;q"
      })
  void whoCantBeAnswered_isToldSo_beforeAnythingIsDecided(String accept) {
    JsonNode answer = api.call(Event.register().once("k").header("Accept", accept));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(406);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "vary")).isEqualTo("accept");
    assertThat(body(answer).path("type").asText()).endsWith(":not-acceptable");
    assertThat(body(answer).path("media_types").toString())
        .contains("application/json", "application/cbor");
    assertThat(api.callers).isEmpty();
    assertThat(api.table.items()).isEmpty();
  }

  @Test
  void aProblem_isAProblem_whateverIsWanted() {
    JsonNode answer = api.call(Event.register("{}").header("Accept", "application/cbor"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(body(answer).path("violations")).isNotEmpty();
  }

  /** What is done is done: an error would say that it is not. */
  @Test
  void whatCantBeWrittenAsItWasWanted_isGivenAsJson() {
    var given = HttpResponse.json(201, Map.of("etag", "\"t\""), "{\"name\":\"Ada\"}");

    HttpResponse answer =
        writing(
                () -> {
                  throw new IllegalStateException("can't be written");
                })
            .of(given, Given.silence());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"name\":\"Ada\"}");
    assertThat(answer.isBase64()).isFalse();
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("etag", "\"t\"")
        .containsEntry("vary", "accept");
  }

  /** Lambda gives back 6 MB at most, and bytes grow by a third on the way. */
  @Test
  void whatGrowsTooLong_isGivenAsJson() {
    String text = Json.write(Json.object().put("name", "x".repeat(1_000)));
    var given = HttpResponse.json(200, Map.of(), text);

    HttpResponse answer = writing(() -> new byte[5 * 1024 * 1024]).of(given, Given.silence());

    assertThat(answer.body()).isEqualTo(text);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
  }

  /** Of a form only what it writes counts here. */
  private static Rendition writing(Supplier<byte[]> written) {
    Form form =
        new Form() {
          @Override
          public String mediaType() {
            return "application/xml";
          }

          @Override
          public JsonNode read(byte[] body) {
            throw new IllegalStateException("nothing is read");
          }

          @Override
          public byte[] write(JsonNode document) {
            return written.get();
          }
        };
    return new Rendition(form.mediaType(), Format.XML, form);
  }
}
