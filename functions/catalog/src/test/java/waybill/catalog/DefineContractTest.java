package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.MEMBER;
import static waybill.catalog.Archive.OPERATOR;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.STRANGER;
import static waybill.catalog.Archive.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code PUT /contracts/{name}} and what is shown then. */
class DefineContractTest {
  private static final String EVENT = "{\"kind\":\"event\",\"summary\":\"A basket was filled.\"}";

  private final Archive archive = new Archive();

  @Test
  void contract_isCreated_withItsDefaults() {
    Answered created = archive.put("shop.basket-filled", EVENT);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/contracts/shop.basket-filled");
    assertThat(created.body())
        .isEqualTo(
            Json.parse(
                """
                {"name":"shop.basket-filled","owner":"shop","kind":"event",
                 "summary":"A basket was filled.","compatibility":"BACKWARD_TRANSITIVE",
                 "retention":"P30D","confidential":[],"senders":["shop"],"readers":[],
                 "policies":["open-additions"],"built_in":false,"versions":[]}
                """));
    assertThat(archive.get("/contracts/shop.basket-filled").body()).isEqualTo(created.body());
  }

  @Test
  void contract_isSaid_underItsName() {
    Answered created = archive.put("shop.basket-filled", EVENT);
    Message said = archive.lastSaid();
    assertThat(created.messages()).containsExactly("catalog~shop.basket-filled~1");
    assertThat(said.contract()).hasToString("catalog.contract-changed/1");
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
  }

  @Test
  void change_isTheWholeContract_andSaidAgain() {
    archive.put("shop.basket-filled", EVENT);
    Answered changed =
        archive.put(
            "shop.basket-filled",
            "{\"kind\":\"command\",\"summary\":\"Fill it.\",\"compatibility\":\"FULL\","
                + "\"readers\":[\"orders\"],\"policies\":[]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/compatibility")).isEqualTo("FULL");
    assertThat(changed.text("/senders/0")).isEqualTo("sagas");
    assertThat(archive.said()).hasSize(2);
  }

  @Test
  void sameContractAgain_changesAndSaysNothing() {
    archive.put("shop.basket-filled", EVENT);
    Answered again = archive.put("shop.basket-filled", EVENT);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.messages()).isEmpty();
    assertThat(archive.said()).hasSize(1);
  }

  @Test
  void kind_staysWhatItIs_onceThereIsAVersion() {
    archive.define("shop.basket", "event");
    archive.register("shop.basket", TEXT);
    assertThat(archive.define("shop.basket", "command").refusal())
        .isEqualTo("409 kind-fixed /kind");
    assertThat(archive.define("shop.basket", "event", "NONE").status()).isEqualTo(200);
    assertThat(archive.get("/contracts/shop.basket").text("/versions/0/number")).isEqualTo("1");
  }

  @Test
  void contractOfAnother_isForbidden() {
    for (Caller other : List.of(STRANGER, MEMBER, Caller.machine("users"), Caller.person("shop-1")))
      assertThat(archive.as(other).put("/contracts/shop.basket", EVENT).refusal())
          .isEqualTo("403 forbidden");
    assertThat(archive.items("contract")).isZero();
  }

  @Test
  void operator_mayDefineAnybodys() {
    assertThat(archive.as(OPERATOR).put("/contracts/shop.basket", EVENT).status()).isEqualTo(201);
    assertThat(archive.as(SHOP).put("/contracts/shop.basket", EVENT).status()).isEqualTo(200);
  }

  @Test
  void builtInContract_isChangedByNobody() {
    for (Caller caller : List.of(OPERATOR, Caller.machine("users")))
      assertThat(archive.as(caller).put("/contracts/users.user", EVENT).refusal())
          .isEqualTo("409 built-in-contract");
  }

  @Test
  void ownersWord_isSentByTheOwner() {
    assertThat(
            archive
                .put(
                    "shop.basket",
                    "{\"kind\":\"event\",\"summary\":\"s\",\"senders\":[\"orders\"]}")
                .refusal())
        .isEqualTo("422 bad-senders /senders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop",
        "shop.",
        ".basket",
        "shop.basket.filled",
        "Shop.basket",
        "..%2F..%2Fshop.basket",
        "shop%2Fbasket",
        "shop..",
        "shop.b%00",
        "shop.b%0A",
        "shop.a-name-so-long-that-it-could-not-be-the-key-of-any-message-said"
      })
  void name_thatNoContractCanHave_isRefused(String name) {
    assertThat(archive.as(OPERATOR).put("/contracts/" + name, EVENT).refusal())
        .isEqualTo("422 bad-contract-name");
    assertThat(archive.get("/contracts/" + name).refusal()).isEqualTo("404 not-found");
    assertThat(archive.table.items()).isEmpty();
  }

  @Test
  void builtInContract_isShown_asRegisteredOnesAre() {
    Answered shown = archive.get("/contracts/users.user-registered");
    assertThat(shown.text("/built_in")).isEqualTo("true");
    assertThat(shown.text("/key")).isEqualTo("/user_id");
    assertThat(shown.text("/versions/0/state")).isEqualTo("active");
    assertThat(shown.text("/versions/0/hash")).hasSize(64);
  }
}
