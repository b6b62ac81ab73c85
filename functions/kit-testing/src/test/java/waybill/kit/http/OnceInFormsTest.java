package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import waybill.contracts.form.Format;
import waybill.kit.http.Api.Event;
import waybill.kit.testing.BooksBalance;

/** Requests that come again under one {@code Idempotency-Key}, but written otherwise. */
@BooksBalance
class OnceInFormsTest {
  private final Api api = new Api();

  @Test
  void row6_theSameInAnotherForm_isTheSameRequest_answeredInTheFormThatIsWantedNow() {
    JsonNode first = api.call(Event.register().once("k"));

    JsonNode again =
        api.call(Written.register(Format.CBOR).once("k").header("Accept", "application/cbor"));
    JsonNode last = api.call(Event.register().once("k"));

    assertThat(again.path("statusCode").asInt()).isEqualTo(201);
    assertThat(Written.user(Format.CBOR, again)).isEqualTo(body(first));
    assertThat(header(again, "location")).isEqualTo(header(first, "location"));
    assertThat(last.path("body")).isEqualTo(first.path("body"));
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void row6_anotherDocumentInAnotherForm_is422() {
    api.call(Written.register(Format.CBOR).once("k"));

    JsonNode other =
        api.call(Event.register("{\"email\":\"b@example.org\",\"name\":\"B\"}").once("k"));

    assertThat(other.path("statusCode").asInt()).isEqualTo(422);
    assertThat(api.users()).isEqualTo(1);
  }

  @Test
  void row6_theSameDocument_spacedAndOrderedOtherwise_isTheSameRequest() {
    JsonNode first = api.call(Event.register().once("k"));

    JsonNode again =
        api.call(Event.register("{ \"name\":\"Ada\",\"email\":\"ada@example.org\"}").once("k"));

    assertThat(again.path("body")).isEqualTo(first.path("body"));
    assertThat(api.users()).isEqualTo(1);
  }
}
