package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.foreign.ForeignEmulators;

/** {@code ./waybill up --target} as a process, before emulators that are processes too. */
class ForeignUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Queues come back without their order, and a receipt may be lost: minutes would mend that. */
  @Test
  void whatIsAtTheTarget_outlivesTheMachine_andTheMachineOutlivesItsTarget() {
    try (ForeignEmulators emulators = ForeignEmulators.keeping()) {
      String target = emulators.uri().toString();
      Spine.Registered ada;
      try (Up up = up(target)) {
        ada = Spine.registered(register(up, "ada@example.com"));
        awaitHandled(up, ada.messageId());
      }
      try (Up up = up(target)) {
        assertThat(register(up, "ada@example.com").statusCode()).as("still taken").isEqualTo(409);
        awaitHandled(up, ada.messageId());

        emulators.restart();
        var grace =
            await("a registration")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Spine.registered(register(up, "grace@example.com")), user -> true);
        awaitHandled(up, grace.messageId());
      }
    }
  }

  private static Up up(String target) {
    return Up.start("--template", "../template.yaml", "--target", target, "--stack", "shared");
  }

  private void awaitHandled(Up up, String messageId) {
    String token = Up.send(HttpRequest.newBuilder(up.uri("/_local/token?name=operator"))).body();
    await("the receipt of " + messageId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> shown(up, messageId, token), ForeignUpTest::isHandled);
  }

  private JsonNode shown(Up up, String messageId, String token) {
    var request =
        HttpRequest.newBuilder(up.uri("/messages/" + messageId))
            .header("authorization", "Bearer " + token.strip());
    return Spine.read(Up.send(request).body());
  }

  private static boolean isHandled(JsonNode shown) {
    return shown.at("/deliveries/0/state").asText().equals("handled");
  }

  private HttpResponse<String> register(Up up, String email) {
    return Up.send(
        HttpRequest.newBuilder(up.uri("/users"))
            .POST(BodyPublishers.ofString("{\"email\":\"%s\",\"name\":\"Ada\"}".formatted(email))));
  }
}
