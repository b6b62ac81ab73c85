package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.OPERATOR;
import static waybill.orders.Shop.TEA;
import static waybill.orders.Shop.changed;
import static waybill.orders.Shop.registered;

import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** A buyer of whom orders was not told: users is asked, with the token of whoever orders. */
class AskingUsersTest {
  private static final String ADA_AT_USERS =
      "{\"user_id\":\"ada\",\"email\":\"ada@example.com\",\"name\":\"Ada, as asked\"}";

  private final Shop shop = new Shop();

  @Test
  void buyerWhomUsersKnows_mayOrder_andIsCopied() {
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);

    assertThat(shop.adaOrdersTea().status()).isEqualTo(202);

    assertThat(shop.customer("ada"))
        .contains(new Customer("ada", "ada@example.com", "Ada, as asked"));
    assertThat(shop.said()).hasSize(1);
  }

  @Test
  void buyer_isAskedForOnce() {
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);
    shop.adaOrdersTea();
    shop.adaOrdersTea();
    assertThat(shop.others.paths()).containsExactly("/services/users", "/users/ada");
  }

  @Test
  void buyerInTheCopy_isNotAskedFor() {
    shop.hear(registered("ada"));
    shop.adaOrdersTea();
    assertThat(shop.others.paths()).isEmpty();
  }

  @Test
  void question_bearsTheTokenOfWhoeverOrders() {
    shop.as(ADA).with("authorization", "Bearer hers").post("/orders", Shop.order("ada", TEA));
    assertThat(shop.others.heard())
        .hasSize(2)
        .allSatisfy(
            heard -> assertThat(heard.headers()).containsEntry("authorization", "Bearer hers"));
  }

  @Test
  void buyerWhomUsersDoesNotKnowEither_isRefusedAtThePointer() {
    assertThat(place("nobody").refusal()).isEqualTo("422 unknown-user /user_id");
    assertNothingIsLeft();
  }

  @Test
  void whileUsersIsDown_itIsWorthTryingAgain() {
    shop.others.refusesConnections("/users/ada");
    Answered answered = place("ada");
    assertThat(answered.refusal()).isEqualTo("503 users-unavailable");
    assertThat(answered.header("retry-after")).isEqualTo("1");
    assertNothingIsLeft();
  }

  @Test
  void onceUsersIsBack_theSameRequestIsTaken() {
    shop.others.refusesConnections("/users/ada").refusesConnections("/users/ada");
    assertThat(placeOnce().status()).isEqualTo(503);
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);
    assertThat(placeOnce().status()).isEqualTo(202);
  }

  @Test
  void tokenThatMayNotAskUsers_isRefused_andNoUserIsUnknownForIt() {
    shop.others.answers("/users/ada", 403, "{}");
    assertThat(place("ada").refusal()).isEqualTo("403 forbidden");
    assertNothingIsLeft();
  }

  @Test
  void whatWasLearned_doesNotOvertakeWhatUsersSaidMeanwhile() {
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);
    var raced =
        new RacedTable(shop.table)
            .by(() -> shop.hear(registered("ada"), changed("ada", 2, "Countess")));

    Answered answered = shop.seeing(raced).as(ADA).post("/orders", Shop.order("ada", TEA));

    assertThat(answered.status()).isEqualTo(202);
    assertThat(shop.customer("ada").map(Customer::name)).contains("Countess");
    assertThat(shop.items("order")).isEqualTo(1);
    assertThat(shop.others.paths()).containsOnlyOnce("/users/ada");
  }

  @Test
  void whatUsersSaysLater_isCopiedOverWhatWasLearned() {
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);
    shop.adaOrdersTea();
    shop.hear(registered("ada"), changed("ada", 2, "Countess"));
    assertThat(shop.customer("ada").map(Customer::name)).contains("Countess");
    assertThat(shop.items("customer")).isEqualTo(1);
  }

  @Test
  void twoOrdersAtOnce_ofABuyerWhomNobodyHasMentioned_areBothTaken() {
    shop.others.answers("/users/ada", 200, ADA_AT_USERS);
    var raced = new RacedTable(shop.table).by(shop::adaOrdersTea);
    shop.seeing(raced).as(ADA).post("/orders", Shop.order("ada", TEA));
    assertThat(shop.items("order")).isEqualTo(2);
    assertThat(shop.items("customer")).isEqualTo(1);
  }

  private Answered place(String userId) {
    return shop.as(OPERATOR).post("/orders", Shop.order(userId, TEA));
  }

  private Answered placeOnce() {
    return shop.as(ADA).with("idempotency-key", "k-1").post("/orders", Shop.order("ada", TEA));
  }

  private void assertNothingIsLeft() {
    assertThat(shop.said()).isEmpty();
    assertThat(shop.items("order")).isZero();
    assertThat(shop.items("customer")).isZero();
  }
}
