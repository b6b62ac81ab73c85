package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static waybill.contracts.orders.OrdersContracts.ORDER_CONFIRMED;

import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.ShownMessage;
import waybill.contracts.exchange.TracedDelivery;
import waybill.contracts.orders.OrderConfirmed;
import waybill.contracts.payments.Money;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route;
import waybill.kit.problem.Problem;
import waybill.kit.problem.ProblemType;
import waybill.kit.testing.Given;

class ExchangeApiTest {
  private static final Caller OPERATOR = Caller.person("olga", "operator");
  private final Spine spine = new Spine();

  private Answer<ShownMessage> ask(String id, Caller caller) {
    var api =
        new ExchangeApi(
            spine.ledger(),
            new Bindings(Given.CATALOG, new Copies(spine.exchange().rows())),
            spine.exchange().claims());
    return api.show(new Request<>(new Route.Nothing(), Map.of("message_id", id), caller));
  }

  private ProblemType refused(String id, Caller caller) {
    return ((Answer.Refused<ShownMessage>) ask(id, caller)).refusal().type();
  }

  private ShownMessage shown(MessageId id, Caller caller) {
    return ((Answer.Given<ShownMessage>) ask(id.toString(), caller)).body();
  }

  private MessageId handled() {
    var id = spine.commit("u1");
    spine.settle();
    return id;
  }

  @Test
  void theOperator_seesTheMessageAndWhatBecameOfIt() {
    var shown = shown(handled(), OPERATOR);

    assertThat(shown.message().path("data").path("name").asText()).isEqualTo("Ada");
    assertThat(shown.deliveries())
        .extracting(TracedDelivery::subscriber, TracedDelivery::state, TracedDelivery::attempts)
        .containsExactly(tuple("orders", DeliveryState.HANDLED, 1));
  }

  @Test
  void whatIsShown_keepsItsContract() {
    var id = spine.commit("u1");
    spine.journal.refuse(id.toString());
    spine.settle();

    var document = Given.CATALOG.write(ExchangeContracts.MESSAGE, shown(id, OPERATOR));

    assertThat(Given.CATALOG.check(ExchangeContracts.MESSAGE.id(), document)).isEmpty();
  }

  @Test
  void theSource_seesIt() {
    assertThat(shown(handled(), Caller.machine("users")).deliveries()).hasSize(1);
  }

  @Test
  void aSubscriber_seesIt() {
    assertThat(shown(handled(), Caller.machine("orders")).deliveries()).hasSize(1);
  }

  @Test
  void whoIsBoundToAnotherService_findsNothing() {
    assertThat(refused(handled().toString(), Caller.machine("exchange")))
        .isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void whoIsBoundToNone_isForbidden() {
    assertThat(refused(handled().toString(), Caller.machine("stranger")))
        .isEqualTo(Problem.FORBIDDEN);
  }

  @Test
  void aPersonWhoIsNoOperator_isForbidden() {
    assertThat(refused(handled().toString(), Caller.person("orders"))).isEqualTo(Problem.FORBIDDEN);
  }

  @Test
  void whatIsNotRoutedYet_isNotFound() {
    spine.commit("u1");
    var second = spine.commitChange("u1");
    spine.relay();
    var parcels = Mail.takenFrom(spine.users.out);
    spine.route(parcels.subList(1, 2));

    assertThat(refused(second.toString(), OPERATOR)).isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void whatIsRoutedToNobody_isShownWithoutDeliveries() {
    var confirmed = new OrderConfirmed("o1", "u1", new Money(500, "EUR"), spine.clock.instant());
    var id = spine.orders.commit("o1", ORDER_CONFIRMED, confirmed);
    spine.settle();

    assertThat(shown(id, Caller.machine("orders")).deliveries()).isEmpty();
  }

  @Test
  void whatIsNoMessageId_isNotFound() {
    assertThat(refused("users~u1", OPERATOR)).isEqualTo(Problem.NOT_FOUND);
    assertThat(refused("users~u1~99999999999", OPERATOR)).isEqualTo(Problem.NOT_FOUND);
  }
}
