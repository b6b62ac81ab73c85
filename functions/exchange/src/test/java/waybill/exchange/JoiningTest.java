package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;

/** Who may subscribe to what, and under which name. */
@BooksBalance
class JoiningTest {
  private static final String NAME = "/subscriptions/depot";
  private final Joins joins = new Joins();

  private String refused(ObjectNode wanted) {
    return joins.put(wanted).refusal();
  }

  private static ObjectNode pull() {
    return Joins.wants("pull");
  }

  @Test
  void aSubscriber_putsItsSubscription_andSeesIt() {
    Answered put = joins.put(pull().put("start", "beginning"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text("/service")).isEqualTo("depot");
    assertThat(put.text("/state")).isEqualTo("active");
    assertThat(put.text("/start")).isEqualTo("beginning");
    assertThat(put.text("/backfill")).isNotEmpty();
    assertThat(joins.as(Joins.DEPOT).get(NAME).text("/delivery/kind")).isEqualTo("pull");
    assertThat(joins.as(Joins.OPERATOR).get(NAME).status()).isEqualTo(200);
    assertThat(joins.as(Joins.DEPOT).get("/subscriptions").body().findValuesAsText("name"))
        .containsExactly("depot");
  }

  @Test
  void anOperator_subscribesForAService_thatItNames() {
    Answered unnamed = joins.as(Joins.OPERATOR).put(NAME, Json.write(pull()));
    assertThat(unnamed.refusal()).isEqualTo("422 service-needed /service");

    String named = Json.write(pull().put("service", "depot"));
    assertThat(joins.as(Joins.OPERATOR).put(NAME, named).status()).isEqualTo(200);
    assertThat(joins.as(Joins.DEPOT).get(NAME).status()).isEqualTo(200);
  }

  @Test
  void row55_aStranger_neitherSubscribesNorLooksNorDeletes() {
    joins.joins("pull");
    Caller stranger = Caller.machine("stranger");
    joins.outside.binds("letters", "letters-client");
    joins.outside.tell();
    Caller other = Caller.machine("letters-client");

    for (Caller caller : List.of(stranger, other, Caller.person("eve", "member"))) {
      assertThat(joins.as(caller).get(NAME).status()).isEqualTo(403);
      assertThat(joins.as(caller).delete(NAME).status()).isEqualTo(403);
      assertThat(joins.as(caller).get(NAME + "/messages").status()).isEqualTo(403);
      assertThat(joins.as(caller).get("/subscriptions").body().findValuesAsText("name")).isEmpty();
    }
    assertThat(joins.as(stranger).put("/subscriptions/mine", Json.write(pull())).status())
        .isEqualTo(403);
    assertThat(joins.as(other).put(NAME, Json.write(pull())).refusal()).isEqualTo("409 name-taken");
    String speaksForDepot = Json.write(pull().put("service", "depot"));
    assertThat(joins.as(other).put("/subscriptions/mine", speaksForDepot).refusal())
        .isEqualTo("403 not-your-service /service");
  }

  @Test
  void whoSpeaksForSeveral_saysForWhich() {
    joins.outside.binds("letters", "depot-client");
    joins.outside.tell();

    assertThat(refused(pull())).isEqualTo("422 service-needed /service");
    assertThat(joins.put(pull().put("service", "letters")).text("/service")).isEqualTo("letters");
  }

  @Test
  void onlyReaders_subscribe() {
    joins.outside.readBy();
    joins.outside.tell();

    assertThat(refused(pull())).isEqualTo("403 not-a-reader /contracts/0");
  }

  @Test
  void oneVersion_thatThereIs() {
    ObjectNode unknown = pull();
    unknown.putArray("contracts").add(Outside.CONTRACT + "/9");
    assertThat(refused(unknown)).isEqualTo("422 unknown-version /contracts/0");

    joins.outside.registers(2);
    joins.outside.tell();
    ObjectNode both = pull();
    both.putArray("contracts").add(Outside.CONTRACT + "/1").add(Outside.CONTRACT + "/2");
    assertThat(refused(both)).isEqualTo("422 two-versions /contracts/1");
  }

  @Test
  void aMembersName_isNotForOthers() {
    var orders =
        joins
            .as(Joins.OPERATOR)
            .put("/subscriptions/orders", Json.write(pull().put("service", "depot")));

    assertThat(orders.refusal()).isEqualTo("409 members-subscribe-by-deployment");
    assertThat(joins.as(Joins.OPERATOR).delete("/subscriptions/orders").status()).isEqualTo(409);
    assertThat(joins.as(Joins.OPERATOR).get("/subscriptions/orders").text("/delivery/kind"))
        .isEqualTo("member");
  }

  @Test
  void namesAreNames() {
    for (String name : List.of("De", "1a", "a.2", "a~b", "a%2Fb"))
      assertThat(joins.as(Joins.DEPOT).put("/subscriptions/" + name, Json.write(pull())).status())
          .as(name)
          .isEqualTo(404);
  }

  @Test
  void aStart_isATimeThatThereIs() {
    assertThat(refused(pull().put("start", "2026-02-30T00:00:00Z")))
        .isEqualTo("422 bad-start /start");
    assertThat(joins.put(pull().put("start", "2026-02-28T00:00:00Z")).status()).isEqualTo(200);
  }

  @Test
  void aSubscription_keepsItsWay() {
    joins.joins("pull");

    assertThat(refused(Joins.wants("webhook"))).isEqualTo("409 another-way /delivery/kind");
  }

  @Test
  void whereNothingCanBeSent_isRefused() {
    joins.badUrls.put(Joins.QUEUE, "the queue does not admit us");
    joins.badUrls.put(Joins.HOOK, "its host is not at a public address");
    ObjectNode nowhere = Joins.wants("webhook");
    nowhere.withObject("/delivery").remove("url");

    assertThat(refused(Joins.wants("queue"))).isEqualTo("422 bad-queue /delivery/url");
    assertThat(refused(Joins.wants("webhook"))).isEqualTo("422 bad-endpoint /delivery/url");
    assertThat(refused(nowhere)).isEqualTo("422 url-needed /delivery/url");
  }

  @Test
  void theSecret_isShownOnce_andAnotherIsGivenOnRequest() {
    String first = joins.put(Joins.wants("webhook")).text("/secret");
    assertThat(first).startsWith("whsec_");
    assertThat(joins.put(Joins.wants("webhook")).text("/secret")).isEmpty();
    assertThat(joins.as(Joins.DEPOT).get(NAME).text("/secret")).isEmpty();

    ObjectNode rotating = Joins.wants("webhook");
    rotating.withObject("/delivery").put("rotate", true);
    String second = joins.put(rotating).text("/secret");

    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    assertThat(joins.as(Joins.DEPOT).get("/subscriptions").body().toString())
        .doesNotContain("whsec_");
  }

  @Test
  void twiceTheSame_isOneSubscription_andOneBackfill() {
    joins.joins(pull().put("start", "beginning"));
    var again = joins.put(pull().put("start", "beginning"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/backfill")).isEmpty();
    assertThat(joins.as(Joins.DEPOT).get("/subscriptions").body().findValuesAsText("name"))
        .hasSize(1);
  }

  @Test
  void theCatalog_isToldOnceWhatIsTaken_andWhenNothingIsAnyMore() {
    joins.joins("pull");
    joins.joins("pull");
    joins.leaves();
    joins.work();
    joins.joins("pull");
    joins.work();

    String taken = "depot takes [" + Outside.CONTRACT + "/1]";
    assertThat(joins.outside.heardByTheCatalog()).containsExactly(taken, "depot takes []", taken);
  }
}
