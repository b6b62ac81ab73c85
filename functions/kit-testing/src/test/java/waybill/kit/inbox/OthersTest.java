package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Outcome;
import waybill.kit.testing.BooksBalance;

/** A service that learns only while it runs what it listens to. */
@BooksBalance
class OthersTest {
  private final Subscription sagas = new Subscription();
  private final List<JsonNode> heard = new ArrayList<>();

  OthersTest() {
    sagas.listensTo(
        delivery -> {
          heard.add(delivery.data());
          return Reaction.nothing();
        });
  }

  @Test
  void whatHasNoHandlerOfItsOwn_isHeardAsADocument() {
    sagas.deliver("u1", 1);

    assertThat(heard).singleElement().extracting(it -> it.path("user_id").asText()).isEqualTo("u1");
  }

  @Test
  void whatBreaksItsContract_isNotHeardThere() {
    sagas.deliver(Subscription.message("u1", 1, 0, Json.object()));

    assertThat(heard).isEmpty();
    assertThat(sagas.parked("u1")).isPresent();
  }

  @Test
  void aContractThatIsNotKnownYet_waitsUntilItIs() {
    sagas.deliver(
        new Message(
            new MessageId("users", "u1", 1),
            ContractId.parse("users.heard-of-tomorrow/1"),
            Instant.EPOCH,
            "c",
            null,
            0,
            null,
            0L,
            Json.object()));

    assertThat(sagas.receipts())
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(Outcome.PARKED);
              assertThat(receipt.reason()).isEqualTo("unknown-contract: users.heard-of-tomorrow/1");
            });
    assertThat(sagas.due("u1")).isPresent();
  }
}
