package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.Message;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.saga.SagaLimits;
import waybill.contracts.sagas.SagaState;
import waybill.kit.testing.BooksBalance;

/** Definitions come while sagas are under way. */
@BooksBalance
class VersionsTest {
  private final Office office = new Office();

  @Test
  void row48_aRunningSaga_keepsTheVersionThatItBeganWith() {
    office.reserved("o1");
    office.register(withoutCharge());
    office.answers("o1", "bank.charged/1");
    office.answers("o1", "store.shipped/1");

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPLETED);
    assertThat(office.saga("o1").definition().version()).isEqualTo(1);
  }

  @Test
  void row48_aNewSaga_takesTheNewest() {
    office.register(withoutCharge());
    office.reserved("o1");

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "store.ship");
    assertThat(office.saga("o1").definition().version()).isEqualTo(2);
  }

  @Test
  void row48_anOldSaga_isCancelledByItsOwnVersion() {
    office.reserved("o1");
    ObjectNode second = Buying.definition();
    second.remove("cancels");
    office.register(second);
    office.deliver(office.regretted("o1"));

    assertThat(office.state("o1")).isEqualTo(SagaState.UNDOING);
  }

  @Test
  void asManySagasAsMayListenToOneMessage_beginInOneCommit() {
    for (int i = 1; i < SagaLimits.LISTENING_MAX; i++)
      office.hear(Buying.registered("gift-" + i, 1, Buying.definition(), List.of()));
    office.deliver(office.bought("o1"));
    office.deliver(office.regretted("o1"));

    assertThat(office.state("o1")).isEqualTo(SagaState.UNDOING);
    for (int i = 1; i < SagaLimits.LISTENING_MAX; i++)
      assertThat(office.saidBy("gift-" + i + ".o1")).hasSize(2);
  }

  @Test
  void asManyContractsAsASagaMayName_areHeardInOneCommit() {
    List<SagaRegistered.Told> many = new ArrayList<>();
    for (int i = 0; i < SagaLimits.CONTRACTS_MAX; i++)
      many.add(new SagaRegistered.Told("bank.more-" + i + "/1", Kind.REPLY, "bank", Json.object()));
    int before = office.table.items().size();
    office.hear(
        new SagaRegistered("gift", 1, "0".repeat(64), Buying.definition(), many, Instant.EPOCH));

    assertThat(office.table.items()).hasSizeGreaterThan(before + SagaLimits.CONTRACTS_MAX);
  }

  @Test
  void aRegistrationHeardTwice_changesNothing() {
    int before = office.table.items().size();
    var told = Buying.registered(1, Buying.definition());
    office.deliver(
        office.next("catalog", "buy", "catalog.saga-registered/1", null, Json.tree(told)));

    assertThat(office.table.items()).hasSize(before);
  }

  @Test
  void aCommand_isMadeOfWhatWasHeard_cutToWhatItsContractKnows() {
    office.deliver(office.bought("o1"));
    Message command = office.lastSaid("o1");

    assertThat(Json.write(command.data()))
        .isEqualTo("{\"id\":\"o1\",\"lines\":[{\"sku\":\"tea\"}]}");
    assertThat(command.correlation()).isEqualTo("c-o1");
    assertThat(command.causation()).isEqualTo("shop~o1~1");
    assertThat(Json.write(office.saga("o1").input())).doesNotContain("more");
  }

  private static ObjectNode withoutCharge() {
    ObjectNode definition = Buying.definition();
    definition.withArray("/steps").remove(1);
    return definition;
  }
}
