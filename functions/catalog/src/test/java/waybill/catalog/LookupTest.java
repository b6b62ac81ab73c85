package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.MEMBER;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;
import static waybill.catalog.Office.STRANGER;
import static waybill.catalog.Office.VISITOR;
import static waybill.catalog.Office.with;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Catalog;
import waybill.contracts.ServiceEntry;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /services} and {@code GET /services/{name}} through the whole edge. */
class LookupTest {
  private final Office office = new Office();

  @Test
  void list_namesBuiltInAndOutsideServices_byName() {
    office.parcels();
    List<String> expected =
        new ArrayList<>(Catalog.builtIn().services().stream().map(ServiceEntry::name).toList());
    expected.add("parcels");
    assertThat(list("").items("name"))
        .containsExactlyElementsOf(expected.stream().sorted().toList());
  }

  @Test
  void list_isReadInPages_eachServiceOnce() {
    office.parcels();
    List<String> all = list("").items("name");
    List<String> paged = new ArrayList<>();
    Answered page = list("?limit=2");
    while (page.body().has("cursor")) {
      paged.addAll(page.items("name"));
      page = list("?limit=2&cursor=" + page.text("/cursor"));
    }
    paged.addAll(page.items("name"));
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void list_isOfThoseThatProvideOrConsume_orAreGone() {
    office.parcels("consumes", List.of("orders.order-confirmed/1"), "lease_seconds", 30);
    assertThat(list("?consumes=orders.order-confirmed").items("name")).containsExactly("parcels");
    assertThat(list("?consumes=orders.order-confirmed/1").items("name")).containsExactly("parcels");
    assertThat(list("?consumes=orders.order-confirmed/2").items("name")).isEmpty();
    assertThat(list("?provides=users.user").items("name")).containsExactly("users");
    assertThat(list("?provides=users.").refusal()).startsWith("422");
    assertThat(list("?state=gone").items("name")).isEmpty();
    office.minute();
    assertThat(list("?state=gone").items("name")).containsExactly("parcels");
  }

  @Test
  void list_namesThePosition_fromWhichTheFeedGoesOn() {
    assertThat(list("").body().path("position").asLong()).isZero();
    office.parcels();
    assertThat(list("").body().path("position").asLong()).isEqualTo(1);
  }

  @Test
  void aListWhoseRestIsSearchedInVain_isGoneOnWith() {
    var names =
        java.util.stream.IntStream.range(0, Lookup.READ_MAX).mapToObj(n -> "a" + n).toList();
    Putting.directory(office.table, new Directory(names));
    Answered first = list("?provides=users.user");
    assertThat(first.items("name")).isEmpty();
    assertThat(list("?provides=users.user&cursor=" + first.text("/cursor")).items("name"))
        .containsExactly("users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%25%25", "Li4", "4pi6", "Y2hhbmdlcw"})
  void aCursorThatNoListGave_isRefused(String cursor) {
    assertThat(list("?cursor=" + cursor).refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @Test
  void aService_isShown_andWhoSpeaksForItOnlyToOperatorsAndItself() {
    office.parcels("lease_seconds", 60);
    for (Caller caller : List.of(OPERATOR, PARCELS))
      assertThat(show(caller, "parcels").text("/client_ids/0")).isEqualTo("parcels-client");
    for (Caller caller : List.of(MEMBER, STRANGER))
      assertThat(show(caller, "parcels").body().has("client_ids")).isFalse();
    assertThat(show(MEMBER, "parcels").text("/lease_ends_at"))
        .isEqualTo("2026-01-01T00:01:00.000Z");
  }

  @Test
  void aBuiltInService_hasNoLease() {
    Answered users = show(Caller.machine("users"), "users");
    assertThat(users.body().path("built_in").asBoolean()).isTrue();
    assertThat(users.body().has("lease_ends_at")).isFalse();
    assertThat(users.text("/client_ids/0")).isEqualTo("users");
  }

  @Test
  void aVisitor_findsAServiceOfTheDeployment_whereTheDeploymentIs() {
    assertThat(show(VISITOR, "users").text("/base_url")).isEqualTo("https://waybill.example");
    assertThat(list("?provides=users.user").text("/items/0/base_url"))
        .isEqualTo("https://waybill.example");
  }

  @Test
  void aVisitor_looksNothingElseUp() {
    office.parcels();
    for (String path : List.of("/services", "/services/parcels", "/services/changes"))
      for (Caller caller : List.of(VISITOR, Caller.NOBODY))
        assertThat(office.as(caller).get(path).refusal()).isEqualTo("403 forbidden");
    assertThat(show(Caller.NOBODY, "users").refusal()).isEqualTo("403 forbidden");
  }

  @Test
  void anUnknownService_isNotFound() {
    for (String name : List.of("parcels", "no~name", "%20"))
      assertThat(show(OPERATOR, name).refusal()).isEqualTo("404 not-found");
  }

  @Test
  void ownersOfAClient_areBuiltInAndOutsideServices() {
    office.parcels();
    Registry registry = new Registry(new BuiltInServices(Catalog.builtIn()), office.rows());
    assertThat(registry.servicesOf("orders")).containsExactly("orders");
    assertThat(registry.servicesOf("parcels-client")).containsExactly("parcels");
    assertThat(registry.servicesOf("unheard-of")).isEmpty();
  }

  @Test
  void usesOfAContract_areOfBuiltInAndOutsideServices() {
    office.put(OPERATOR, "letters", with("consumes", List.of("orders.order-confirmed/1")));
    Registry registry = new Registry(new BuiltInServices(Catalog.builtIn()), office.rows());
    assertThat(registry.usesOf("orders.order-confirmed"))
        .extracting(Use::service)
        .containsExactly("letters");
    assertThat(registry.usesOf("users.user-changed"))
        .extracting(Use::service)
        .containsExactly("orders");
  }

  private Answered list(String query) {
    return office.as(MEMBER).get("/services" + query);
  }

  private Answered show(Caller caller, String name) {
    return office.as(caller).get("/services/" + name);
  }
}
