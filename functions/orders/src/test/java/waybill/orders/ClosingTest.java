package waybill.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.orders.OrderStatus.CANCELLED;
import static waybill.contracts.orders.OrderStatus.CONFIRMED;
import static waybill.contracts.orders.OrderStatus.PENDING;
import static waybill.contracts.orders.OrderStatus.REJECTED;
import static waybill.orders.Shop.ADA;
import static waybill.orders.Shop.TOTAL;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;

/** What sagas tell at their end, through the whole inbox: each order ends once. */
class ClosingTest {
  private static final String SOLD_OUT = "Only 3 of tea are left.";

  private final Shop shop = Shop.withAda();

  @BeforeEach
  void order() {
    shop.adaOrdersTea();
  }

  @Test
  void confirmedOrder_showsWhatItCosts() {
    shop.hear(shop.confirm("o-1"));
    Answered shown = shop.as(ADA).get("/orders/o-1");
    assertThat(shown.text("/order_status")).isEqualTo("confirmed");
    assertThat(shown.body().at("/total/amount").asLong()).isEqualTo(TOTAL.amount());
    assertThat(shown.text("/total/currency")).isEqualTo(TOTAL.currency());
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-confirmed");
  }

  @Test
  void rejectedOrder_showsWhy_inTheWordsOfWhoeverRefused() {
    shop.hear(shop.reject("o-1", SOLD_OUT, "reserve"));
    Answered shown = shop.as(ADA).get("/orders/o-1");
    assertThat(shown.text("/order_status")).isEqualTo("rejected");
    assertThat(shown.text("/reason")).isEqualTo(SOLD_OUT);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-rejected");
  }

  @Test
  void whatWentWrongBetweenServices_isNotForTheBuyer() {
    shop.hear(shop.reject("o-1", "no reply to payments.charge/1 after 3 attempts", null));
    assertThat(shop.as(ADA).get("/orders/o-1").text("/reason"))
        .contains("nothing was charged")
        .doesNotContain("payments");
  }

  @Test
  void withdrawnOrder_thatCouldBeStopped_isCancelled() {
    shop.adaCancels("o-1");
    shop.hear(shop.reject("o-1", "orders.order-withdrawn/1 was heard", null));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.as(ADA).get("/orders/o-1").body().has("reason")).isFalse();
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-withdrawn", "order-cancelled");
  }

  @Test
  void withdrawnOrder_thatCouldNotBeStopped_isConfirmedAndReturnedAtOnce() {
    shop.adaCancels("o-1");
    shop.hear(shop.confirm("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CONFIRMED);
    assertThat(shop.order("o-1").map(Order::total)).contains(TOTAL);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-withdrawn", "order-confirmed", "order-returned");
  }

  @Test
  void returnedOrder_isCancelledOnceEverythingWasGivenBack() {
    shop.hear(shop.confirm("o-1"));
    shop.adaCancels("o-1");
    shop.hear(shop.close("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-confirmed", "order-returned", "order-cancelled");
  }

  @Test
  void commandsToldAgain_changeNothing() {
    shop.hear(shop.confirm("o-1"), shop.confirm("o-1"));
    shop.adaCancels("o-1");
    shop.hear(shop.confirm("o-1"), shop.close("o-1"), shop.close("o-1"), shop.confirm("o-1"));
    assertThat(shop.stands("o-1")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1"))
        .containsExactly("order-placed", "order-confirmed", "order-returned", "order-cancelled");
    assertThat(shop.refusals()).isEmpty();
  }

  @Test
  void rejectionToldAgain_changesNothing_ofARejectedOrACancelledOne() {
    shop.adaOrdersTea();
    shop.adaCancels("o-2");
    shop.hear(shop.reject("o-1", SOLD_OUT, "reserve"), shop.reject("o-2", "Withdrawn.", null));
    shop.hear(shop.reject("o-1", "Otherwise.", "charge"), shop.reject("o-2", "Again.", null));
    assertThat(shop.order("o-1").map(Order::reason)).contains(SOLD_OUT);
    assertThat(shop.stands("o-2")).isEqualTo(CANCELLED);
    assertThat(shop.saidOf("o-1")).hasSize(2);
    assertThat(shop.saidOf("o-2")).hasSize(3);
    assertThat(shop.refusals()).isEmpty();
  }

  @Test
  void deliveryThatComesTwice_isHeardOnce() {
    Message confirm = shop.confirm("o-1");
    shop.hear(confirm, confirm);
    assertThat(shop.saidOf("o-1")).containsExactly("order-placed", "order-confirmed");
  }

  @Test
  void whatCannotFollow_isRefusedByName_andChangesNothing() {
    shop.adaOrdersTea();
    shop.hear(shop.reject("o-1", SOLD_OUT, "reserve"), shop.confirm("o-1"), shop.close("o-1"));
    shop.hear(shop.close("o-2"), shop.confirm("o-2"), shop.reject("o-2", SOLD_OUT, "reserve"));
    assertThat(shop.stands("o-1")).isEqualTo(REJECTED);
    assertThat(shop.stands("o-2")).isEqualTo(CONFIRMED);
    assertThat(shop.refusals()).hasSize(4).allMatch(why -> why.startsWith("out-of-turn: "));
  }

  @Test
  void orderThatIsNotThere_isRefusedByName() {
    shop.hear(shop.confirm("o-404"));
    assertThat(shop.refusals()).singleElement().asString().startsWith("not-found");
    assertThat(shop.stands("o-1")).isEqualTo(PENDING);
  }

  @Test
  void whatIsSaid_keepsItsContract_underTheOrderAsKey() {
    shop.adaOrdersTea();
    shop.adaOrdersTea();
    shop.adaCancels("o-1");
    shop.hear(shop.confirm("o-1"), shop.close("o-1"), shop.reject("o-2", SOLD_OUT, "reserve"));
    assertThat(shop.said())
        .hasSize(8)
        .allSatisfy(
            said -> {
              assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
              assertThat(said.data().path("order_id").asText()).isEqualTo(said.id().key());
              assertThat(said.data().path("user_id").asText()).isEqualTo("ada");
            });
  }
}
