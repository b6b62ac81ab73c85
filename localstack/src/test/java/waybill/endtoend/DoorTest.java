package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** What the gateway refuses keeps the gateway's words; what a function refuses is a problem. */
class DoorTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @Test
  void health_needsNoToken() {
    var answer = running.get("/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void withoutAToken_itIs401() {
    isGateways(running.get("/users"), 401, "Unauthorized");
  }

  @Test
  void withABrokenToken_itIs401() {
    String token = spine.operator();
    isGateways(running.get("/users", token + "x"), 401, "Unauthorized");
  }

  @Test
  void aBrokenToken_isJustAs401_onARouteOfMachines() {
    isGateways(running.get("/messages", spine.operator() + "x"), 401, "Unauthorized");
    isGateways(running.get("/messages"), 401, "Unauthorized");
  }

  @Test
  void withoutAScopeOfTheRoute_itIs403() {
    String machine = running.machine().token("machine-x");
    isGateways(running.get("/orders?user_id=somebody", machine), 403, "Forbidden");
  }

  /** Its client is in no audience. */
  @Test
  void aMachine_hasNoTokenForARouteOfPeopleAlone() {
    var answer =
        running.send(
            running
                .to("/users/somebody", running.machine().token("machine-x"))
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"X\"}")));
    isGateways(answer, 401, "Unauthorized");
  }

  @Test
  void anUnknownRoute_is404() {
    isGateways(running.get("/nowhere", spine.operator()), 404, "Not Found");
  }

  @Test
  void whatIsNotJson_is400() {
    isProblem(running.post("/users", "{\"email\":"), 400, "malformed");
  }

  @Test
  void whatBreaksTheContract_is422_withEachPointer() {
    var answer = running.post("/users", "{\"email\":\"nobody\",\"nick\":\"x\"}");

    JsonNode problem = isProblem(answer, 422, "contract-violation");
    assertThat(problem.path("contract").asText()).isEqualTo("users.register-user/2");
    assertThat(problem.findValuesAsText("pointer")).contains("/email", "/name", "/nick");
  }

  @Test
  void whatIsTooLarge_is413() {
    String name = "x".repeat(70_000);
    var answer = running.post("/users", "{\"email\":\"a@example.com\",\"name\":\"" + name + "\"}");
    isProblem(answer, 413, "too-large");
  }

  @Test
  void aMachineThatSpeaksForNobody_seesNoMessage() {
    var user = spine.register("private@example.com");
    spine.awaitHandled(user.messageId());

    String path = "/messages/" + user.messageId();
    isProblem(running.get(path, running.machine().token("stranger")), 403, "forbidden");
    assertThat(running.get(path, running.machine().token("orders")).statusCode()).isEqualTo(200);
    assertThat(running.get(path, running.machine().token("users")).statusCode()).isEqualTo(200);
    isProblem(running.get(path, running.machine().token("exchange")), 404, "not-found");
  }

  @Test
  void onlyOperators_listUsers() {
    isGateways(running.get("/users", running.machine().token("orders")), 401, "Unauthorized");
    assertThat(running.get("/users", spine.operator()).statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswer_carriesTheCorrelationIdOfItsRequest() {
    var answer = running.send(running.to("/health").header("x-correlation-id", "mine-1"));
    assertThat(answer.headers().firstValue("x-correlation-id")).hasValue("mine-1");
  }

  private static void isGateways(HttpResponse<String> answer, int status, String message) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private static JsonNode isProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = Spine.read(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:waybill:problem:" + slug);
    assertThat(problem.path("correlation_id").asText()).isNotEmpty();
    return problem;
  }
}
