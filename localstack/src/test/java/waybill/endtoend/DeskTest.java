package waybill.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.local.RunningMachine;

/** What does not go on is seen, and goes on as somebody decides. */
class DeskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  private JsonNode parked(String subscription, String messageId) {
    return await(messageId + " at the desk")
        .atMost(PATIENCE)
        .until(() -> find(subscription, messageId), found -> !found.isMissingNode());
  }

  private JsonNode find(String subscription, String messageId) {
    HttpResponse<String> answer =
        running.get("/subscriptions/" + subscription + "/parked", spine.operator());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    for (JsonNode group : Spine.read(answer.body()).path("groups"))
      for (JsonNode one : group.path("items"))
        if (one.path("message_id").asText().equals(messageId)) return one;
    return MissingNode.getInstance();
  }

  private JsonNode order(String subscription, String messageId, String order, String more) {
    HttpResponse<String> answer = tryOrder(subscription, messageId, order, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Spine.read(answer.body());
  }

  private HttpResponse<String> tryOrder(
      String subscription, String messageId, String order, String more) {
    int last = messageId.lastIndexOf('~');
    return running.post(
        "/subscriptions/%s/parked/%s/%s"
            .formatted(subscription, messageId.substring(0, last), order),
        spine.operator(),
        "{\"sequence\":%s,\"reason\":\"in a test\"%s}"
            .formatted(messageId.substring(last + 1), more));
  }

  /** From now on nothing that orders hears of this user can be written down. */
  private AttributeValue breaks(String userId) {
    return replace(userId, AttributeValue.fromS("no number"));
  }

  private AttributeValue replace(String userId, AttributeValue version) {
    String name = running.machine().stack().table("OrdersTable").name();
    Map<String, AttributeValue> row =
        spine.items("OrdersTable").stream()
            .filter(item -> item.containsKey("kind") && at(item, "kind").s().equals("customer"))
            .filter(item -> at(item, "pk").s().contains(userId))
            .findFirst()
            .orElseThrow();
    running
        .machine()
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(name)
                    .key(Map.of("pk", at(row, "pk"), "sk", at(row, "sk")))
                    .updateExpression("SET version = :version")
                    .expressionAttributeValues(Map.of(":version", version)));
    return at(row, "version");
  }

  private static AttributeValue at(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute);
  }

  private String state(String messageId) {
    HttpResponse<String> answer = spine.message(messageId);
    return Spine.read(answer.body()).at("/deliveries/0/state").asText();
  }

  private void awaitState(String messageId, String state) {
    await(messageId + " " + state).atMost(PATIENCE).until(() -> state(messageId).equals(state));
  }

  @Test
  void aMembersKey_isRetried_skippedAndEdited_andItsFollowersComeInOrder() {
    var user = spine.register("desk@example.com");
    spine.awaitHandled(user.messageId());
    String key = "users~" + user.userId() + "~";
    AttributeValue whole = breaks(user.userId());
    spine.rename(user.userId(), "Second");
    spine.rename(user.userId(), "Third");

    JsonNode shown = parked("orders", key + 2);
    assertThat(shown.at("/message/data/name").asText()).isEqualTo("Second");
    assertThat(shown.path("held_by").asText()).isEqualTo("subscriber");
    assertThat(tryOrder("orders", key + 3, "skip", "").statusCode()).isEqualTo(409);
    replace(user.userId(), whole);
    order("orders", key + 2, "retry", "");
    awaitState(key + 2, "handled");
    awaitState(key + 3, "handled");
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Third");

    whole = breaks(user.userId());
    spine.rename(user.userId(), "Fourth");
    spine.rename(user.userId(), "Fifth");
    parked("orders", key + 4);
    order("orders", key + 4, "skip", "");
    awaitState(key + 4, "skipped");
    JsonNode fifth = parked("orders", key + 5);

    String edited = fifth.at("/message/data").toString().replace("Fifth", "Edited");
    String data = ",\"data\":" + edited;
    assertThat(tryOrder("orders", key + 5, "edit", data + ",\"dry_run\":true").statusCode())
        .isEqualTo(200);
    replace(user.userId(), whole);
    JsonNode order = order("orders", key + 5, "edit", data);
    awaitState(key + 5, "handled");
    assertThat(spine.customers(user.userId()).get(0).path("name").asText()).isEqualTo("Edited");
    assertThat(order.path("before").asText())
        .hasSize(64)
        .isNotEqualTo(order.path("after").asText());

    JsonNode orders =
        Spine.read(running.get("/subscriptions/orders/desk-orders", spine.operator()).body());
    assertThat(orders.path("items").findValuesAsText("order"))
        .containsExactly("edit", "skip", "retry");
    assertThat(orders.at("/items/0/after")).isEqualTo(order.path("after"));
  }

  @Test
  void allOfAGroup_goesOnAtOnce() {
    var depot = Depot.registeredAt(running);
    depot.joins("desk", "{\"kind\":\"pull\"}");
    for (String parcel : new String[] {"g1", "g2", "g3"}) {
      depot.says("first " + parcel, parcel);
      depot.says("second " + parcel, parcel);
      depot.awaitState("parcels~" + parcel + "~2", "desk", "in_flight");
    }
    for (JsonNode lent : depot.pull("desk"))
      if (lent.at("/message/keyseq").asInt() == 1) depot.says("desk", lent, "retry");

    JsonNode one = parked("desk", "parcels~g1~1");
    assertThat(one.path("followers").asInt()).isEqualTo(1);
    String groups = running.get("/subscriptions/desk/parked", spine.operator()).body();
    assertThat(Spine.read(groups).path("groups")).hasSize(1);
    String group = Spine.read(groups).at("/groups/0/group").asText();
    HttpResponse<String> answer =
        running.post(
            "/subscriptions/desk/parked/skip",
            running.machine().token("depot"),
            "{\"group\":\"%s\",\"reason\":\"not wanted\"}".formatted(group));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

    String at = answer.headers().firstValue("location").orElseThrow();
    JsonNode done =
        await("the end of " + at)
            .atMost(PATIENCE)
            .until(
                () -> Spine.read(running.get(at, spine.operator()).body()),
                task -> task.path("state").asText().equals("done"));
    assertThat(done.path("ordered").asInt()).isEqualTo(3);
    assertThat(done.path("by").asText()).isEqualTo("depot");
    await("the flows, without an audit")
        .atMost(PATIENCE)
        .until(
            () -> running.get("/flows?subscriber=desk", spine.operator()).body(),
            flows -> Spine.read(flows).at("/items/0/skipped").asInt() == 3);
    for (String parcel : new String[] {"g1", "g2", "g3"})
      depot.awaitState("parcels~" + parcel + "~1", "desk", "skipped");
    assertThat(depot.pull("desk").findValuesAsText("id"))
        .containsExactlyInAnyOrder("parcels~g1~2", "parcels~g2~2", "parcels~g3~2");
  }
}
