package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.MEMBER;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;
import static waybill.catalog.Office.STRANGER;
import static waybill.catalog.Office.with;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Message;
import waybill.contracts.catalog.ServiceContracts;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** {@code PUT /services/{name}} through the whole edge. */
class PutServiceTest {
  private final Office office = new Office();

  @Test
  void firstPut_isCreated_andSaysWhereItIs() {
    Answered answered = office.parcels("consumes", List.of("orders.order-confirmed/1"));
    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.header("location")).isEqualTo("/services/parcels");
    assertThat(answered.messages()).containsExactly("catalog~parcels~1");
    assertThat(answered.text("/client_ids/0")).isEqualTo("parcels-client");
    assertThat(answered.text("/state")).isEqualTo("here");
  }

  @Test
  void firstPut_isForOperatorsOnly() {
    for (var caller : List.of(PARCELS, STRANGER, MEMBER))
      assertThat(office.put(caller, "parcels", with()).refusal()).isEqualTo("403 forbidden");
    assertThat(office.table.items()).isEmpty();
  }

  @Test
  void itsClient_mayChangeAllButWhoSpeaksForIt() {
    office.parcels();
    Answered answered =
        office.put(
            PARCELS,
            "parcels",
            with("summary", "All parcels.", "base_url", "https://parcels.example.com"));
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text("/base_url")).isEqualTo("https://parcels.example.com");
    assertThat(answered.text("/client_ids/0")).isEqualTo("parcels-client");
    assertThat(office.put(PARCELS, "parcels", with("client_ids", List.of("mine"))).refusal())
        .isEqualTo("403 forbidden");
  }

  @Test
  void itsClient_mayNameTheClientsThatItHas_inWhateverOrder() {
    office.put(OPERATOR, "parcels", with("client_ids", List.of("a", "parcels-client")));
    var same = with("client_ids", List.of("parcels-client", "a"));
    assertThat(office.put(PARCELS, "parcels", same).status()).isEqualTo(200);
    assertThat(office.said()).hasSize(1);
  }

  @Test
  void nobodyElse_mayChangeIt_norLearnWhetherItIs() {
    office.parcels();
    for (String name : List.of("parcels", "unheard-of", "users"))
      for (var caller : List.of(STRANGER, MEMBER))
        assertThat(office.put(caller, name, with()).refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void aClientOfAnotherService_mayNotChangeIt() {
    office.parcels();
    office.put(OPERATOR, "letters", with("client_ids", List.of("another-client")));
    assertThat(office.put(STRANGER, "parcels", with()).refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void aChange_isSaidInWhole_withTheNameAsKey() {
    office.parcels();
    office.put(PARCELS, "parcels", with("summary", "All parcels.", "lease_seconds", 60));
    assertThat(office.said()).containsExactly("parcels registered", "parcels changed");
    Message said = office.messages().get(1);
    assertThat(said.id()).hasToString("catalog~parcels~2");
    assertThat(said.contract()).isEqualTo(ServiceContracts.SERVICE_CHANGED.id());
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(said.data().path("summary").asText()).isEqualTo("All parcels.");
    assertThat(said.data().at("/client_ids/0").asText()).isEqualTo("parcels-client");
  }

  @Test
  void aPutThatChangesNothing_writesAndSaysNothing() {
    office.parcels("lease_seconds", 60);
    int items = office.table.items().size();
    Answered answered = office.parcels("lease_seconds", 60);
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.messages()).isEmpty();
    assertThat(office.said()).hasSize(1);
    assertThat(office.table.items()).hasSize(items);
  }

  @Test
  void aClient_speaksForOneServiceOnly() {
    office.parcels();
    assertThat(
            office
                .put(OPERATOR, "letters", with("client_ids", List.of("new", "parcels-client")))
                .refusal())
        .isEqualTo("409 client-taken /client_ids/1");
    assertThat(office.as(OPERATOR).get("/services/letters").status()).isEqualTo(404);
  }

  @Test
  void aClientOfABuiltInService_isTaken() {
    assertThat(office.put(OPERATOR, "letters", with("client_ids", List.of("orders"))).refusal())
        .isEqualTo("409 client-taken /client_ids/0");
  }

  @Test
  void aClientThatIsGivenUp_canSpeakForAnother() {
    office.parcels();
    office.put(OPERATOR, "parcels", with("client_ids", List.of()));
    assertThat(office.put(PARCELS, "parcels", with()).refusal()).isEqualTo("403 forbidden");
    assertThat(
            office.put(OPERATOR, "letters", with("client_ids", List.of("parcels-client"))).status())
        .isEqualTo(201);
    assertThat(office.put(PARCELS, "letters", with("summary", "Letters.")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "orders", "exchange", "catalog"})
  void aBuiltInService_isChangedWithTheDeploymentOnly(String name) {
    assertThat(office.put(OPERATOR, name, with()).refusal()).isEqualTo("409 built-in-service");
    assertThat(office.as(OPERATOR).post("/services/" + name + "/heartbeat", "").refusal())
        .isEqualTo("409 built-in-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Parcels", "1st", "a.b", "a~b", "-a", "%20", "..", "a%2Fb", "changes"})
  void aNameThatNoServiceCanHave_isRefused(String name) {
    assertThat(office.put(OPERATOR, name, with()).refusal()).isEqualTo("422 bad-service-name");
    assertThat(office.as(OPERATOR).post("/services/" + name + "/heartbeat", "").status())
        .isEqualTo(404);
  }

  @Test
  void aNameThatIsTooLong_isRefused() {
    assertThat(office.put(OPERATOR, "a".repeat(64), with()).status()).isEqualTo(201);
    assertThat(office.put(OPERATOR, "a".repeat(65), with()).refusal())
        .isEqualTo("422 bad-service-name");
    assertThat(office.as(MEMBER).get("/services/" + "a".repeat(5_000)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/provides/0, unknown-version, parcels.parcel-sent/1",
    "/provides/0, not-its-own, users.user/1",
    "/consumes/0, unknown-version, users.user-registered/2",
    "/consumes/0, unknown-version, nobody.nothing/1",
    "/consumes/0, no-reader, users.user-registered/1",
    "/consumes/0, its-own, parcels.parcel-sent/1",
    "/consumes/0, not-exchanged, exchange.routed/1",
    "/consumes/0, not-exchanged, exchange.envelope/1"
  })
  void whatItCanNotProvideOrConsume_isRefusedAtThePointer(
      String pointer, String rule, String contract) {
    String field = pointer.split("/", -1)[1];
    Answered answered = office.put(OPERATOR, "parcels", with(field, List.of(contract)));
    assertThat(answered.refusal()).isEqualTo("422 bad-declaration " + pointer);
    assertThat(answered.text("/violations/0/rule")).isEqualTo(rule);
  }

  @Test
  void everythingThatIsWrong_isNamedAtOnce() {
    assertThat(
            office
                .put(
                    OPERATOR,
                    "parcels",
                    with(
                        "provides",
                        List.of("users.user/1"),
                        "consumes",
                        List.of("orders.order-confirmed/1", "orders.order-confirmed/2")))
                .refusal())
        .isEqualTo("422 bad-declaration /provides/0 /consumes/1");
  }

  @Test
  void requestsAndResponsesOfOthers_canBeConsumed() {
    var asks = with("consumes", List.of("orders.place-order/1", "orders.order-accepted/1"));
    assertThat(office.put(OPERATOR, "parcels", asks).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://parcels.example.com",
        "https://parcels.example.com:8443/api/v1",
        "http://localhost:9000",
        "http://127.0.0.1",
        "http://[::1]:80/api"
      })
  void anAddress_isHttps_orHttpOnTheSameMachine(String url) {
    assertThat(office.parcels("base_url", url).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://parcels.example.com",
        "ftp://a.example",
        "//a.example",
        "https://",
        "https://u@a.b",
        "https://a.example?x=1",
        "https://a.example#x",
        "https://a.example/../b",
        "https://a.example/%2e%2e",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "https://a.example:99999",
        "https://a..b",
        "https://a.example/\\n",
        "file:///etc/passwd"
      })
  void anyOtherAddress_isRefusedAtThePointer(String url) {
    Answered answered = office.parcels("base_url", url);
    assertThat(answered.refusal())
        .isIn("422 contract-violation /base_url", "422 bad-base-url /base_url");
    assertThat(office.table.items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"29, 422", "30, 201", "3600, 201", "3601, 422", "30.5, 422"})
  void aLease_isBetweenHalfAMinuteAndAnHour(double seconds, int status) {
    assertThat(office.parcels("lease_seconds", seconds).status()).isEqualTo(status);
  }

  @Test
  void theLargestPut_fitsIntoOneCommit() {
    assertThat(40 + 40 + 8 + 8 + 4).isLessThanOrEqualTo(waybill.kit.Limits.COMMIT_ITEMS_MAX);
    var clients = IntStream.range(0, 8).mapToObj(n -> "c" + n).toList();
    assertThat(office.put(OPERATOR, "parcels", with("client_ids", clients)).status())
        .isEqualTo(201);
    var others = IntStream.range(8, 16).mapToObj(n -> "c" + n).toList();
    assertThat(office.put(OPERATOR, "parcels", with("client_ids", others)).status()).isEqualTo(200);
  }

  @Test
  void aFullRegistry_takesNoMore() {
    var names = IntStream.range(0, Directory.NAMES_MAX).mapToObj(n -> "s" + n).toList();
    Putting.directory(office.table, new Directory(names));
    assertThat(office.parcels().refusal()).isEqualTo("409 registry-full");
  }

  @Test
  void whoUsesAContract_isKnown_andForgottenWhenItDoesNoMore() {
    office.parcels("consumes", List.of("orders.order-confirmed/1", "orders.place-order/1"));
    assertThat(uses("orders.order-confirmed")).isEqualTo(Map.of("parcels", List.of(1)));
    office.parcels("consumes", List.of("orders.place-order/1"));
    assertThat(uses("orders.order-confirmed")).isEmpty();
    assertThat(uses("orders.place-order")).isEqualTo(Map.of("parcels", List.of(1)));
  }

  private Map<String, List<Integer>> uses(String contract) {
    return Uses.of(contract, office.rows()).versionsByService();
  }
}
