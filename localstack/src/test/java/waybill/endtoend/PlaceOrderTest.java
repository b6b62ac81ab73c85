package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** Orders, inventory and payments, led by the saga {@code place-order}. */
class PlaceOrderTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Market market = new Market(running);

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void whoHasTheMoney_getsTheGoods() {
    market.offers("tea", 250, 10);
    String ada = market.buyer(1_000);

    JsonNode shown = market.awaitEnd(market.places(ada, "tea", 2));

    assertThat(shown.path("order_status").asText()).as(shown.toString()).isEqualTo("confirmed");
    assertThat(shown.at("/total/amount").asLong()).isEqualTo(500);
    assertThat(market.balance(ada)).isEqualTo(500);
    assertThat(market.stock("tea").path("quantity").asLong()).isEqualTo(8);
    assertThat(market.stock("tea").path("reserved").asLong()).isZero();
    JsonNode saga = market.saga("place-order", shown.path("order_id").asText());
    assertThat(saga.path("state").asText()).isEqualTo("completed");
    assertThat(saga.path("timeline")).isNotEmpty();
  }

  @Test
  void whoHasTooLittle_isRejectedWithAReason_andTheGoodsAreFreeAgain() {
    market.offers("silk", 9_000, 3);
    String bob = market.buyer(100);

    JsonNode shown = market.awaitEnd(market.places(bob, "silk", 1));

    assertThat(shown.path("order_status").asText()).isEqualTo("rejected");
    assertThat(shown.path("reason").asText()).isNotEmpty();
    assertThat(market.balance(bob)).isEqualTo(100);
    assertThat(market.stock("silk").path("quantity").asLong()).isEqualTo(3);
    assertThat(market.saga("place-order", shown.path("order_id").asText()).path("state").asText())
        .isEqualTo("compensated");
  }

  @Test
  void aConfirmedOrder_isCancelledWithMoneyAndGoodsBack_andOnlyOnce() {
    market.offers("ink", 100, 5);
    String eve = market.buyer(300);
    String order = market.places(eve, "ink", 3);
    market.awaitStatus(order, "confirmed");

    assertThat(market.cancel(order).statusCode()).isEqualTo(202);
    market.awaitStatus(order, "cancelled");

    assertThat(market.balance(eve)).isEqualTo(300);
    assertThat(market.stock("ink").path("quantity").asLong()).isEqualTo(5);
    assertThat(market.cancel(order).statusCode()).isEqualTo(409);
  }

  @Test
  void anOrderThatIsCancelledAtOnce_costsNothingInTheEnd() {
    market.offers("wax", 100, 5);
    String kim = market.buyer(300);
    String order = market.places(kim, "wax", 1);

    assertThat(market.cancel(order).statusCode()).isEqualTo(202);
    market.awaitStatus(order, "cancelled");

    assertThat(market.balance(kim)).isEqualTo(300);
    assertThat(market.stock("wax").path("quantity").asLong()).isEqualTo(5);
  }

  @Test
  void whoWaits_isToldTheEnd() {
    market.offers("oil", 100, 5);
    String lea = market.buyer(300);

    var answer = market.order(lea, "oil", 1, "prefer", "wait=10");

    assertThat(answer.body()).contains("\"confirmed\"");
  }

  @Test
  void moreBuyersThanGoods_getWhatThereIs_andNoMore() {
    market.offers("gold", 10, 7);
    List<String> orders = new ArrayList<>();
    List<String> buyers = IntStream.range(0, 5).mapToObj(n -> market.buyer(100)).toList();
    for (int n = 0; n < 20; n++) orders.add(market.places(buyers.get(n % 5), "gold", 1));

    long confirmed =
        orders.stream()
            .filter(it -> market.awaitEnd(it).path("order_status").asText().equals("confirmed"))
            .count();

    assertThat(confirmed).isEqualTo(7);
    assertThat(market.stock("gold").path("quantity").asLong()).isZero();
    assertThat(market.stock("gold").path("reserved").asLong()).isZero();
    assertThat(buyers.stream().mapToLong(market::balance).sum()).isEqualTo(500 - 70);
  }
}
