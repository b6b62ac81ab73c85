package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /users/{user_id}/overview}: what orders say of a user, and what is shown without. */
class OverviewTest {
  private static final String ASKED = "/orders?user_id=u-1";
  private static final Caller ADA = Caller.person("u-1");

  private final Registry registry = new Registry();

  @BeforeEach
  void ada() {
    registry.user("ada@example.com");
    registry.others.enter("orders");
  }

  @Test
  void theOverview_isTheUser_andTheOrdersThatOrdersName() {
    registry.others.answers(
        ASKED,
        200,
        """
        {"items":[{"order_id":"o1","user_id":"u-1","lines":[{"sku":"tea","quantity":2}],
          "order_status":"pending","placed_at":"2026-01-01T00:00:00.000Z"}]}""");
    Answered overview = overview(ADA);
    assertThat(overview.status()).isEqualTo(200);
    assertThat(overview.text("/email")).isEqualTo("ada@example.com");
    assertThat(overview.text("/orders/0/order_id")).isEqualTo("o1");
  }

  @Test
  void theCallersOwnToken_goesAlong() {
    registry.others.answers(ASKED, 200, "{\"items\":[]}");
    registry.as(ADA).with("authorization", "Bearer of-ada").get("/users/u-1/overview");
    assertThat(registry.others.heard())
        .extracting(heard -> heard.headers().get("authorization"))
        .containsExactly("Bearer of-ada", "Bearer of-ada");
  }

  @Test
  void withoutAnAnswerOfOrders_theUserIsShown_andSaysSo() {
    registry.others.refusesConnections(ASKED);
    assertUnavailable();
    registry.others.hangs(ASKED);
    assertUnavailable();
    registry.others.answers(ASKED, 200, "{\"items\":7}");
    assertUnavailable();
    registry.others.answers(ASKED, 403, "{}");
    assertUnavailable();
  }

  private void assertUnavailable() {
    Answered overview = overview(ADA);
    assertThat(overview.status()).isEqualTo(200);
    assertThat(overview.text("/name")).isEqualTo("Ada");
    assertThat(overview.text("/orders")).isEqualTo("unavailable");
  }

  @Test
  void theOverview_isForTheUserAndOperators_andOrdersAreNotAskedForOthers() {
    registry.others.answers(ASKED, 200, "{\"items\":[]}");
    for (Caller caller : List.of(Caller.NOBODY, Registry.STRANGER))
      assertThat(overview(caller).refusal()).isEqualTo("403 forbidden");
    assertThat(registry.others.heard()).isEmpty();
    for (Caller caller : List.of(ADA, Registry.OPERATOR, Registry.MACHINE))
      assertThat(overview(caller).status()).isEqualTo(200);
  }

  @Test
  void anUnknownUser_isNotFound() {
    assertThat(registry.as(Registry.OPERATOR).get("/users/u-404/overview").refusal())
        .isEqualTo("404 not-found");
  }

  private Answered overview(Caller caller) {
    return registry.as(caller).get("/users/u-1/overview");
  }
}
