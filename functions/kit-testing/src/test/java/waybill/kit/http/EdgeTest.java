package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Api.body;
import static waybill.kit.http.Api.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.users.ListUsers;
import waybill.kit.Limits;
import waybill.kit.http.Api.Event;
import waybill.kit.problem.Problem;

/** What a raw request meets on its way to a handler, and its answer on the way back. */
class EdgeTest {
  private final Api api = new Api();

  @Test
  void aRequestInContract_isAnsweredByItsHandler() {
    JsonNode answer = api.call(Event.register());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
    assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(body(answer).path("email").asText()).isEqualTo("ada@example.org");
    assertThat(header(answer, "content-type")).isEqualTo("application/json");
    assertThat(header(answer, "location"))
        .isEqualTo("/users/" + body(answer).path("user_id").asText());
  }

  @Test
  void aBodyInBase64_isDecoded() {
    Event event = Event.register();
    String text = event.json().path("body").asText();
    event.body(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    event.json().put("isBase64Encoded", true);

    assertThat(api.call(event).path("statusCode").asInt()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"email\":1}x", "{\"name\":\"a\",\"name\":\"b\"}"})
  void whatIsNotJson_is400(String malformed) {
    JsonNode answer = api.call(Event.register(malformed));

    assertProblem(answer, 400, "malformed");
  }

  @Test
  void aDocumentOutsideItsContract_is422WithAPointerForEachFault() {
    JsonNode answer = api.call(Event.register("{\"email\":\"ada\",\"age\":7}"));

    assertProblem(answer, 422, "contract-violation");
    assertThat(body(answer).path("contract").asText()).isEqualTo("users.register-user/1");
    assertThat(pointers(answer)).contains("/email", "/age").hasSize(3);
    assertThat(api.callers).isEmpty();
  }

  @Test
  void aDocumentThatIsNoObject_is422() {
    assertProblem(api.call(Event.register("[]")), 422, "contract-violation");
  }

  @Test
  void aBodyThatIsTooLarge_is413() {
    String large = "{\"name\":\"" + "x".repeat(Limits.BODY_BYTES_MAX) + "\"}";

    assertProblem(api.call(Event.register(large)), 413, "too-large");
  }

  @Test
  void aRouteThatNobodyServes_is404() {
    assertProblem(api.call(Event.of("DELETE /users")), 404, "not-found");
  }

  @Test
  void aRefusal_isAProblemDocumentAndChangesNothing() {
    api.registering(r -> Answer.refused(Problem.FORBIDDEN.at("/email")));

    JsonNode answer = api.call(Event.register());

    assertProblem(answer, 403, "forbidden");
    assertThat(pointers(answer)).containsExactly("/email");
    assertThat(api.table.items()).isEmpty();
  }

  @Test
  void aPathParameter_isGivenToTheHandler() {
    String id = body(api.call(Event.register())).path("user_id").asText();

    JsonNode answer = api.call(Event.of("GET /users/{user_id}").path("user_id", id));

    assertThat(body(answer).path("user_id").asText()).isEqualTo(id);
  }

  @Test
  void queryParameters_haveTheTypesOfTheirContract() {
    api.call(Event.of("GET /users").query("limit", "7"));
    api.call(Event.of("GET /users"));

    assertThat(api.lists).containsExactly(new ListUsers(7, null), new ListUsers(null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "many", "", "7.5", "99999999999999999999"})
  void aLimitOutsideItsContract_is422(String limit) {
    JsonNode answer = api.call(Event.of("GET /users").query("limit", limit));

    assertProblem(answer, 422, "contract-violation");
    assertThat(pointers(answer)).containsOnly("/limit");
  }

  @Test
  void aQueryParameterThatNobodyKnows_is422() {
    JsonNode answer = api.call(Event.of("GET /users").query("page", "2"));

    assertThat(pointers(answer)).containsExactly("/page");
  }

  @Test
  void aCursorOfNobody_is422() {
    JsonNode answer = api.call(Event.of("GET /users").query("cursor", "garbage"));

    assertProblem(answer, 422, "bad-cursor");
    assertThat(pointers(answer)).containsExactly("/cursor");
  }

  @Test
  void theCallersCorrelationId_isKept() {
    JsonNode answer = api.call(Event.register("{").header("X-Correlation-Id", "abc-1"));

    assertThat(header(answer, "x-correlation-id")).isEqualTo("abc-1");
    assertThat(body(answer).path("correlation_id").asText()).isEqualTo("abc-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "{}", "ü"})
  void aCorrelationIdOfGarbage_isReplaced(String garbage) {
    JsonNode answer = api.call(Event.register().header("x-correlation-id", garbage));

    assertThat(header(answer, "x-correlation-id")).startsWith("id-");
  }

  @Test
  void aCorrelationIdThatIsTooLong_isReplaced() {
    String tooLong = "a".repeat(Limits.CORRELATION_CHARS_MAX + 1);

    assertThat(
            header(
                api.call(Event.register().header("x-correlation-id", tooLong)), "x-correlation-id"))
        .startsWith("id-");
  }

  @Test
  void whatARequestEmits_isNamedInOrder() {
    JsonNode answer = api.call(Event.register());

    String id = body(answer).path("user_id").asText();
    assertThat(header(answer, "waybill-messages")).isEqualTo("users~" + id + "~1");
  }

  @Test
  void aRequestThatEmitsNothing_namesNothing() {
    assertThat(header(api.call(Event.of("GET /users")), "waybill-messages")).isNull();
  }

  @Test
  void whatARequestEmits_carriesItsCorrelationAndTrace() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    api.call(Event.register().header("x-correlation-id", "c").header("traceparent", trace));

    String text = api.table.items().get(0).outbox().get(0).text();
    assertThat(text).contains("\"correlationid\":\"c\"").contains(trace);
  }

  @ParameterizedTest
  @CsvSource({
    "Root=1-0af76519-16cd43dd8448eb211c80319c,8448eb211c80319c-01",
    "Self=1-1-2;Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=0,b7ad6b7169203331-00"
  })
  void withoutATraceOfItsOwn_aRequestBelongsToThatOfXRay(String header, String rest) {
    api.call(Event.register().header("traceparent", "00-zz").header("X-Amzn-Trace-Id", header));

    assertThat(api.table.items().get(0).outbox().get(0).text())
        .contains("\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-" + rest + "\"");
  }

  private static void assertProblem(JsonNode answer, int status, String type) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(body(answer).path("type").asText()).isEqualTo("urn:waybill:problem:" + type);
    assertThat(body(answer).path("status").asInt()).isEqualTo(status);
    assertThat(body(answer).path("correlation_id").asText())
        .isEqualTo(header(answer, "x-correlation-id"));
  }

  private static List<String> pointers(JsonNode answer) {
    List<String> pointers = new ArrayList<>();
    body(answer).path("violations").forEach(one -> pointers.add(one.path("pointer").asText()));
    return pointers;
  }
}
