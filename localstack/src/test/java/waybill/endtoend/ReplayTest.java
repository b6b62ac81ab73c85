package waybill.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.local.RunningMachine;

/** What a subscriber has lost comes back when somebody asks for it. */
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

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void row57_whatASubscriberHasLost_comesBack_andHappensOnceMoreOnlyIfThatIsAskedFor() {
    var user = spine.register("replayed@example.com");
    spine.rename(user.userId(), "Grace");
    spine.awaitHandled("users~" + user.userId() + "~2");
    forgetAll(user.userId());

    JsonNode filled = replay("fill-gaps", user.userId());

    assertThat(filled.path("sent").asInt()).isEqualTo(2);
    assertThat(filled.path("confirmed").asInt()).isEqualTo(2);
    assertThat(spine.customers(user.userId())).hasSize(1);
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Grace");

    JsonNode none = replay("fill-gaps", user.userId());
    JsonNode again = replay("re-execute", user.userId());

    assertThat(none.path("sent").asInt()).isZero();
    assertThat(again.path("sent").asInt()).isEqualTo(2);
    assertThat(again.path("confirmed").asInt()).isEqualTo(2);
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Grace");
  }

  /** As if orders came back from an older backup, and its receipts had never been heard of. */
  private void forgetAll(String userId) {
    for (var item : spine.items("OrdersTable"))
      if (at(item, "pk").contains(userId)) remove("OrdersTable", item);
    for (var item : spine.items("ExchangeTable"))
      if (at(item, "pk").equals("orders~users~" + userId)) reopen(item);
    assertThat(spine.customers(userId)).isEmpty();
  }

  private void remove(String table, Map<String, AttributeValue> item) {
    String name = running.machine().stack().table(table).name();
    running.machine().dynamodb().deleteItem(delete -> delete.tableName(name).key(keyOf(item)));
  }

  private void reopen(Map<String, AttributeValue> item) {
    String open = at(item, "doc").replace("\"handled\"", "\"in_flight\"");
    String name = running.machine().stack().table("ExchangeTable").name();
    running
        .machine()
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(name)
                    .key(keyOf(item))
                    .updateExpression("SET doc = :doc")
                    .expressionAttributeValues(Map.of(":doc", AttributeValue.fromS(open))));
  }

  private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    return Map.of(
        "pk", AttributeValue.fromS(at(item, "pk")), "sk", AttributeValue.fromS(at(item, "sk")));
  }

  private static String at(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
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
