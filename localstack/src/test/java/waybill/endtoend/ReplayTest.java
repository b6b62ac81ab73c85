package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** What a queue has lost comes back when somebody asks for it, long before it is due. */
class ReplayTest {
  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(RunningMachine.repositoryTemplate())
          .with(settings -> settings.withData(Folders.fresh()));

  private final Spine spine = new Spine(running);

  private JsonNode replay(String mode, String key) {
    String body =
        "{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"%s\",\"key\":\"%s\",\"mode\":\"%s\"}"
            .formatted(Instant.now().plusSeconds(1), key, mode);
    HttpResponse<String> answer =
        running.post("/subscriptions/orders/replays", spine.operator(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String at = answer.headers().firstValue("location").orElseThrow();
    return await("the end of " + at)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              running.machine().fire("ExchangeWorker", "Minute");
              return Spine.read(running.get(at, spine.operator()).body());
            },
            shown -> shown.path("state").asText().equals("done"));
  }

  @Test
  void row57_whatTheQueueHasLost_comesBack_andHappensOnceMoreOnlyIfThatIsAskedFor() {
    var user = spine.register("replayed@example.com");
    spine.awaitHandled(user.messageId());
    var lost = lostChange(user.userId());

    JsonNode filled = replay("fill-gaps", user.userId());

    assertThat(filled.path("confirmed").asInt()).isEqualTo(lost ? 1 : 0);
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Grace");
    assertThat(spine.awaitHandled("users~" + user.userId() + "~2")).isNotNull();

    JsonNode again = replay("re-execute", user.userId());

    assertThat(again.path("sent").asInt()).isEqualTo(2);
    assertThat(again.path("confirmed").asInt()).isEqualTo(2);
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Grace");
  }

  /** Whether the queue could be emptied before orders had taken it. */
  private boolean lostChange(String userId) {
    spine.rename(userId, "Grace");
    running.machine().purge("OrdersIn");
    await("its route")
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              running.machine().purge("OrdersIn");
              return spine.message("users~" + userId + "~2").statusCode() == 200;
            });
    running.machine().purge("OrdersIn");
    String state =
        Spine.read(spine.message("users~" + userId + "~2").body())
            .at("/deliveries/0/state")
            .asText();
    return state.equals("in_flight");
  }

  @Test
  void whatIsErased_isShownWithoutItsData() {
    var user = spine.register("erased@example.com");
    spine.awaitHandled(user.messageId());

    HttpResponse<String> answer =
        running.post(
            "/erasures",
            spine.operator(),
            "{\"key\":\"%s\",\"reason\":\"asked for\"}".formatted(user.userId()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

    JsonNode shown =
        await("the erasure")
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(300))
            .until(
                () -> {
                  running.machine().fire("ExchangeWorker", "Minute");
                  return Spine.read(spine.message(user.messageId()).body());
                },
                message -> message.has("erased"));

    assertThat(shown.path("message").has("data")).isFalse();
    assertThat(shown.at("/erased/reason").asText()).isEqualTo("asked for");
    assertThat(spine.docs("ExchangeTable", "message").toString())
        .doesNotContain("erased@example.com");
    String list = running.get("/erasures", spine.operator()).body();
    assertThat(Spine.read(list).at("/items/0/key").asText()).isEqualTo(user.userId());
  }
}
