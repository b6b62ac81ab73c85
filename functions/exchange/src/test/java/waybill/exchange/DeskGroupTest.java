package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Failure;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** Many keys that are parked for one failure, and one for another. */
class DeskGroupTest {
  private static final int KEYS = 30;
  private static final MessageId OTHER = new MessageId("users", "gap", 2);

  private final Spine spine = new Spine();
  private final AtDesk desk = new AtDesk(spine, "orders");

  /** Each key with one that waits behind it. */
  @BeforeEach
  void manyArePoisoned() {
    for (String user : users()) {
      spine.journal.failAt(spine.commit(user).toString());
      spine.commitChange(user);
    }
    spine.settle();
    spine.commit("gap");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    spine.forgetEntry(new MessageId("users", "gap", 1));
    spine.commitChange("gap");
    spine.settle();
  }

  private static List<String> users() {
    return IntStream.range(0, KEYS).mapToObj(at -> "u" + at).toList();
  }

  private List<JsonNode> groups(String query) {
    List<JsonNode> groups = new ArrayList<>();
    desk.show(query).body().path("groups").forEach(groups::add);
    return groups;
  }

  private static String poisoned() {
    return Failure.of("IllegalStateException: poisoned").group();
  }

  @Test
  void whatFailedAlike_isOneGroup_pageByPage() {
    Set<String> seen = new HashSet<>();
    List<String> reasons = new ArrayList<>();
    String query = "?limit=7";
    for (int page = 0; !query.isEmpty() && page < 100; page++) {
      JsonNode shown = desk.show(query).body();
      for (JsonNode group : shown.path("groups")) {
        String reason = group.path("reason").asText();
        if (!reasons.contains(reason)) reasons.add(reason);
        assertThat(reasons).last().as("groups do not mix").isEqualTo(reason);
        for (JsonNode one : group.path("items"))
          assertThat(seen.add(one.path("message_id").asText())).isTrue();
      }
      query = shown.has("cursor") ? "?limit=7&cursor=" + shown.path("cursor").asText() : "";
    }

    assertThat(seen).hasSize(KEYS + 1).contains(OTHER.toString(), "users~u7~1");
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "IllegalStateException: poisoned", "expired: # is no longer in the ledger");
  }

  @Test
  void aGroup_isShownAlone() {
    String group = poisoned();

    assertThat(groups("?limit=25&group=" + group)).hasSize(1);
    assertThat(groups("?group=" + "f".repeat(16))).isEmpty();
  }

  @Test
  void allOfAGroup_isRetried_inOrder_andNoOther() {
    String group = poisoned();
    spine.journal.recover();

    Answered given = desk.askAll("retry", group);
    assertThat(given.text("/state")).isEqualTo("running");
    desk.carryOut(given);
    spine.settle();

    for (String user : users()) assertThat(spine.heardOf(user)).containsExactly(1L, 2L);
    assertThat(desk.parkedIds()).containsExactly(OTHER.toString());
    Answered task = desk.task(given);
    assertThat(task.text("/state")).isEqualTo("done");
    assertThat(task.text("/ordered")).isEqualTo("30");
    assertThat(task.text("/passed")).isEqualTo("0");
  }

  @Test
  void ofEachMessageOfAGroup_itIsKeptWhoSkippedIt() {
    String group = poisoned();

    desk.carryOut(desk.askAll("skip", group));
    spine.settle();

    for (String user : users()) {
      assertThat(spine.heardOf(user)).containsExactly(2L);
      assertThat(spine.stateOf(new MessageId("users", user, 1))).isEqualTo(DeliveryState.SKIPPED);
    }
    Answered kept = desk.as(AtDesk.OLGA).get("/subscriptions/orders/desk-orders?limit=100");
    assertThat(kept.items("message_id")).hasSize(KEYS).contains("users~u0~1");
    assertThat(kept.items("group")).containsOnly(group);
  }

  @Test
  void whatIsParkedAnewMeanwhile_isDecidedAboutOnce() {
    String group = poisoned();
    for (String user : users()) spine.journal.failAt("users~" + user + "~2");
    String job = desk.askAll("skip", group).text("/id");
    spine.turn(job);
    spine.settle();
    spine.turn(job);

    assertThat(desk.as(AtDesk.OLGA).get("/subscriptions/orders/desk-orders?limit=100").items("id"))
        .hasSize(KEYS);
  }

  @Test
  void aGroupsDryRun_counts_andChangesNothing() {
    String group = poisoned();
    var before = spine.table.items();

    Answered planned =
        desk.as(AtDesk.OLGA)
            .post(
                "/subscriptions/orders/parked/skip",
                Json.write(
                    Json.object().put("group", group).put("reason", "why").put("dry_run", true)));

    assertThat(planned.status()).isEqualTo(200);
    assertThat(planned.text("/ordered")).isEqualTo("30");
    assertThat(planned.text("/more")).isEqualTo("false");
    assertThat(spine.table.items()).isEqualTo(before);
  }

  @Test
  void aGroupOfTheLost_isSkippedByWhatIsMissing() {
    String group = Failure.of("expired: 1 is no longer in the ledger").group();

    desk.carryOut(desk.askAll("skip", group));
    spine.settle();

    assertThat(spine.heardOf("gap")).containsExactly(2L);
  }

  @Test
  void whoeverMayNotDecide_mayNotDecideAboutAGroup() {
    String body = Json.write(Json.object().put("group", poisoned()).put("reason", "why"));
    var path = "/subscriptions/orders/parked/skip";

    assertThat(desk.as(Caller.machine("users")).post(path, body).status()).isEqualTo(404);
    assertThat(desk.as(Caller.person("ada")).post(path, body).status()).isEqualTo(403);
  }
}
