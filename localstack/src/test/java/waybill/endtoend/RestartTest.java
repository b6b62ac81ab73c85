package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.local.OwnEmulators;
import waybill.local.RunningMachine;

/**
 * {@code kill -9} on the whole machine while a message is under way, twice; the data go on, and at
 * once: what it had received need not wait for its three minutes to be over.
 */
@OwnEmulators("the emulators die with the machine, and release what they had handed out")
class RestartTest {

  @ParameterizedTest(name = "killed {0} ms after the answer")
  @ValueSource(ints = {0, 120, 400})
  void aMessage_survivesTheDeathOfTheMachine(int millis) {
    Path data = Folders.fresh();
    Path template = RunningMachine.repositoryTemplate();
    Spine.Registered user;
    try (Up up = Up.start(template, data)) {
      user = Spine.registered(register(up));
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
      up.kill();
    }
    try (Up up = Up.start(template, data)) {
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
      up.kill();
    }
    try (Up up = Up.start(template, data)) {
      String token = text(up.uri("/_local/token?name=operator")).strip();
      JsonNode shown = awaitHandled(up, user, token);
      assertThat(shown.at("/message/data/user_id").asText()).isEqualTo(user.userId());
      assertThat(register(up).statusCode()).as("the email is still taken").isEqualTo(409);
    }
  }

  private JsonNode awaitHandled(Up up, Spine.Registered user, String token) {
    return await("the receipt of " + user.messageId())
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                Spine.read(
                    Up.send(
                            HttpRequest.newBuilder(up.uri("/messages/" + user.messageId()))
                                .header("authorization", "Bearer " + token))
                        .body()),
            shown -> shown.at("/deliveries/0/state").asText().equals("handled"));
  }

  private HttpResponse<String> register(Up up) {
    return Up.send(
        HttpRequest.newBuilder(up.uri("/users"))
            .POST(BodyPublishers.ofString("{\"email\":\"ada@example.com\",\"name\":\"Ada\"}")));
  }

  private String text(URI uri) {
    return Up.send(HttpRequest.newBuilder(uri)).body();
  }
}
