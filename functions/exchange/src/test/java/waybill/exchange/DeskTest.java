package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;

/** What members have parked, and what somebody decides about it. */
@BooksBalance
class DeskTest {
  private final Spine spine = new Spine();
  private final AtDesk desk = new AtDesk(spine, "orders");
  private MessageId first = new MessageId("users", "u1", 1);
  private MessageId second = first;

  @BeforeEach
  void aPoisonedMessageParksItsKey() {
    first = spine.commit("u1");
    spine.journal.failAt(first.toString());
    second = spine.commitChange("u1");
    spine.settle();
  }

  private static ObjectNode changed(String name) {
    return Json.object()
        .put("user_id", "u1")
        .put("email", "a@example.com")
        .put("name", name)
        .put("registered_at", "2026-01-01T00:00:00.000Z");
  }

  @Test
  void ofAParkedKey_theFirstIsShown_withWhatItSays_andItsFollowersAreCounted() {
    List<JsonNode> parked = desk.parked();

    assertThat(parked).hasSize(1);
    JsonNode one = parked.get(0);
    assertThat(one.path("message_id").asText()).isEqualTo(first.toString());
    assertThat(one.path("reason").asText()).isEqualTo("IllegalStateException: poisoned");
    assertThat(one.at("/message/data/name").asText()).isEqualTo("Ada");
    assertThat(one.path("attempts").asInt()).isEqualTo(1);
    assertThat(one.path("followers").asInt()).isEqualTo(1);
    assertThat(one.path("held_by").asText()).isEqualTo("subscriber");
  }

  @Test
  void aParkedMessage_isParkedSinceItsFirstFailure() {
    String since = desk.parked().get(0).path("since").asText();
    spine.pass(Duration.ofMinutes(2));
    spine.settle();

    assertThat(desk.parked().get(0).path("attempts").asInt()).isEqualTo(2);
    assertThat(desk.parked().get(0).path("since").asText()).isEqualTo(since);
  }

  @Test
  void aSkip_letsTheFollowersGoOn() {
    desk.order("skip", first);
    spine.settle();

    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.heardOf("u1")).containsExactly(2L);
    assertThat(desk.parked()).isEmpty();
  }

  @Test
  void aRetry_runsAllInOrder() {
    spine.journal.recover();

    desk.order("retry", first);
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void aRetryThatFailsAgain_isParkedAgain() {
    desk.order("retry", first);
    spine.settle();

    assertThat(desk.parked().get(0).path("attempts").asInt()).isEqualTo(2);
    assertThat(spine.heardOf("u1")).isEmpty();
  }

  @Test
  void anEdit_runsInItsPlace_andBothEndsKeepTheSameDigests() {
    spine.journal.recover();

    desk.edit(first, changed("Grace"));
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
    JsonNode kept = desk.orders().body().at("/items/0");
    assertThat(kept.path("order").asText()).isEqualTo("edit");
    assertThat(spine.delivery(first).reason())
        .isEqualTo(
            "edited: was %s, is %s"
                .formatted(kept.path("before").asText(), kept.path("after").asText()));
  }

  @Test
  void anEdit_isShownBeforeItHasRun() {
    desk.edit(first, changed("Grace"));

    assertThat(desk.parked().get(0).at("/message/data/name").asText()).isEqualTo("Grace");
    assertThat(desk.parked().get(0).path("edited").asBoolean()).isTrue();
  }

  @Test
  void whoOrderedWhat_isKept_theNewestFirst() {
    desk.order("retry", first);
    spine.settle();
    spine.clock.pass(Duration.ofSeconds(1));
    desk.order("skip", first);

    Answered orders = desk.orders();
    assertThat(orders.items("order")).containsExactly("skip", "retry");
    assertThat(orders.items("by")).containsOnly("olga");
    assertThat(orders.items("message_id")).containsOnly(first.toString());
    assertThat(orders.text("/items/0/reason")).isEqualTo("the customer is there now");
  }

  @Test
  void aDryRun_saysWhatWouldBe_andChangesNothing() {
    var before = spine.table.items();

    Answered planned = desk.ask("skip", first, AtDesk.wish(1).put("dry_run", true));

    assertThat(planned.status()).isEqualTo(200);
    assertThat(planned.text("/state")).isEqualTo("planned");
    assertThat(planned.text("/message_id")).isEqualTo(first.toString());
    assertThat(spine.table.items()).isEqualTo(before);
  }

  @Test
  void aDryRun_isRefusedAsTheOrderWouldBe() {
    assertThat(desk.ask("skip", second, AtDesk.wish(2).put("dry_run", true)).refusal())
        .isEqualTo("409 not-the-first");
  }

  @Test
  void whatIsNotTheFirst_orIsDone_isNotDecidedAbout() {
    MessageId done = spine.commit("u2");
    spine.settle();

    assertThat(desk.ask("skip", second).refusal()).isEqualTo("409 not-the-first");
    assertThat(desk.ask("skip", done).refusal()).isEqualTo("409 not-parked");
    assertThat(desk.orders().items("id")).isEmpty();
  }

  @Test
  void whatNobodySaid_isNotFound() {
    assertThat(desk.ask("retry", new MessageId("users", "u1", 7)).status()).isEqualTo(404);
    assertThat(desk.ask(AtDesk.OLGA, "retry", "no-key", AtDesk.wish(1)).status()).isEqualTo(404);
    assertThat(desk.ask(AtDesk.OLGA, "retry", "users~a~b", AtDesk.wish(1)).status()).isEqualTo(404);
    assertThat(new AtDesk(spine, "nobody").ask("retry", first).status()).isEqualTo(404);
  }

  @Test
  void anEditThatBreaksTheVersionTaken_isRefusedAtThePlace() {
    ObjectNode broken = AtDesk.wish(1).set("data", changed("Grace").put("user_id", 7));

    assertThat(desk.ask("edit", first, broken).refusal())
        .isEqualTo("422 contract-violation /data/user_id");
  }

  @Test
  void aWishThatKeepsNoContract_isRefused() {
    assertThat(desk.ask("skip", first, Json.object().put("sequence", 1)).refusal())
        .isEqualTo("422 contract-violation /reason");
    assertThat(desk.ask("skip", first, AtDesk.wish(1).put("reason", "x".repeat(501))).refusal())
        .isEqualTo("422 contract-violation /reason");
    assertThat(desk.ask("edit", first).refusal()).isEqualTo("422 contract-violation /data");
    assertThat(
            desk.as(AtDesk.OLGA).post("/subscriptions/orders/parked/users~u1/skip", "{").status())
        .isEqualTo(400);
    assertThat(desk.show("?group=all").refusal()).isEqualTo("422 contract-violation /group");
    assertThat(desk.show("?cursor=mine").refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @Test
  void whoeverMaySpeakForTheSubscriber_mayDecide_andNobodyElse() {
    Caller orders = Caller.machine("orders");
    Caller users = Caller.machine("users");
    Caller ada = Caller.person("ada");

    assertThat(desk.ask(orders, "retry", "users~u1", AtDesk.wish(1)).status()).isEqualTo(202);
    assertThat(desk.ask(users, "retry", "users~u1", AtDesk.wish(1)).status()).isEqualTo(404);
    assertThat(desk.ask(ada, "retry", "users~u1", AtDesk.wish(1)).status()).isEqualTo(403);
    for (String path : List.of("/parked", "/desk-orders", "/desk-orders/o1")) {
      assertThat(desk.as(users).get("/subscriptions/orders" + path).status()).isEqualTo(404);
      assertThat(desk.as(ada).get("/subscriptions/orders" + path).status()).isEqualTo(403);
    }
  }

  @Test
  void anOrderOfAnotherSubscription_isNotThere() {
    String id = desk.ask("retry", first).text("/id");

    assertThat(desk.as(AtDesk.OLGA).get("/subscriptions/orders/desk-orders/" + id).status())
        .isEqualTo(200);
    assertThat(desk.as(AtDesk.OLGA).get("/subscriptions/users/desk-orders/" + id).status())
        .isEqualTo(404);
  }

  /** Both its receipt and every copy since were lost. */
  @Test
  void row40_whatIsParkedOnlyInTheLedger_isTrueAgainOnceSomebodyDecides() {
    spine.journal.recover();
    spine.pass(Duration.ofMinutes(2));
    spine.hear();
    spine.orders.out.purge();
    assertThat(desk.parkedIds()).containsExactly(first.toString());

    desk.order("skip", first);
    spine.settle();

    assertThat(spine.stateOf(first)).isEqualTo(DeliveryState.HANDLED);
    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void theSameRequestTwice_isOneOrder() {
    var once = desk.as(AtDesk.OLGA).with("idempotency-key", "k1");
    String body = Json.write(AtDesk.wish(1));
    String path = "/subscriptions/orders/parked/users~u1/retry";

    assertThat(once.post(path, body).text("/id")).isEqualTo(once.post(path, body).text("/id"));
    assertThat(desk.orders().items("id")).hasSize(1);
  }

  @Test
  void anOrderThatNoQueueTakes_isNotLost() {
    spine.journal.recover();
    Answered given = desk.ask("retry", first);
    spine.orders.in.refuse(parcel -> true);
    desk.carryOutAll();
    assertThat(desk.task(given).text("/state")).isEqualTo("running");
    assertThat(desk.task(given).text("/problem")).isEqualTo("IllegalStateException");

    spine.orders.in.refuse(parcel -> false);
    desk.carryOutAll();
    spine.settle();

    assertThat(desk.task(given).text("/state")).isEqualTo("done");
    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }
}
