package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.Message;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.kit.testing.BooksBalance;
import waybill.sagas.course.Saga;

/** What is said under one version, and heard by sagas that name another. */
@BooksBalance
class OtherVersionsTest {
  private final Office office = new Office();

  private static SagaRegistered.Told told(String contract, Kind kind, String schema) {
    return new SagaRegistered.Told(
        contract, kind, contract.substring(0, contract.indexOf('.')), Json.parse(schema));
  }

  /** Whatever the definitions of before name, this one names its second version. */
  private void registersSecond(String contract, Kind kind) {
    ObjectNode second =
        (ObjectNode) Json.parse(Buying.DEFINITION.replace(contract + "/1", contract + "/2"));
    office.register(second, told(contract + "/2", kind, "{\"type\":\"object\"}"));
  }

  private Message bought(String id, int version, String data) {
    return office.next("shop", id, "shop.bought/" + version, null, Json.parse(data));
  }

  @Test
  void aReplyOfAnotherVersion_isTaken_whereItKeepsTheOneThatIsNamed() {
    office.deliver(office.bought("o1"));
    registersSecond("store.reserved", Kind.REPLY);
    office.answers("o1", "store.reserved/2");

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "bank.charge");
    assertThat(office.saga("o1").definition().version()).isEqualTo(1);
    assertThat(office.saga("o1").timeline())
        .filteredOn(entry -> entry.what() == Happening.DONE)
        .extracting(entry -> entry.contract())
        .containsExactly("store.reserved/2");
  }

  @Test
  void aReplyOfAnOlderVersion_isTakenBySagasOfANewerOne() {
    registersSecond("store.reserved", Kind.REPLY);
    office.deliver(office.bought("o1"));
    office.answers("o1", "store.reserved/1");

    assertThat(office.saga("o1").definition().version()).isEqualTo(2);
    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "bank.charge");
  }

  @Test
  void aRefusalOfAnotherVersion_andTheReplyToAnUndo_areTakenToo() {
    office.reserved("o1");
    registersSecond("bank.declined", Kind.REPLY);
    registersSecond("store.released", Kind.REPLY);
    office.answers("o1", "bank.declined/2");
    office.answers("o1", "store.released/2");

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.saidNames("o1")).endsWith("store.release", "shop.reject");
  }

  /** Whether it was done is not known then, so it is treated as one that was never answered. */
  @Test
  void aReplyThatCantBeRead_isNoted_andTheStepIsUndone_onceItsTimeIsOver() {
    office.deliver(office.bought("o1"));
    registersSecond("store.reserved", Kind.REPLY);
    for (int attempt = 0; attempt < 2; attempt++) {
      unreadable("o1");
      office.pass(Duration.ofSeconds(30));
      office.minute();
    }

    assertThat(office.ignored("o1"))
        .hasSize(2)
        .allMatch(
            why -> why.startsWith("store.reserved/2 can't be read as store.reserved/1: /total"));
    assertThat(office.state("o1")).isEqualTo(SagaState.UNDOING);
    assertThat(office.saidNames("o1"))
        .containsExactly("store.reserve", "store.reserve", "store.release");
  }

  @Test
  void aReplyThatCantBeRead_andThenOneThatCan_goesOn() {
    office.deliver(office.bought("o1"));
    registersSecond("store.reserved", Kind.REPLY);
    unreadable("o1");
    office.answers("o1", "store.reserved/1");

    assertThat(office.saidNames("o1")).containsExactly("store.reserve", "bank.charge");
  }

  private void unreadable(String id) {
    ObjectNode data = Json.object().put("id", id).put("total", "seven");
    String asked = office.lastSaid(id).id().toString();
    office.deliver(office.next("store", id, "store.reserved/2", asked, data));
  }

  @Test
  void aBeginning_beginsTheNewestVersionThatCanReadIt() {
    registersSecond("shop.bought", Kind.EVENT);
    ObjectNode third =
        (ObjectNode) Json.parse(Buying.DEFINITION.replace("shop.bought/1", "shop.bought/3"));
    office.register(
        third, told("shop.bought/3", Kind.EVENT, "{\"type\":\"object\",\"required\":[\"three\"]}"));
    office.deliver(bought("o1", 1, "{\"id\":\"o1\"}"));
    office.deliver(bought("o2", 2, "{\"id\":\"o2\"}"));
    office.deliver(bought("o3", 1, "{\"id\":\"o3\",\"three\":3}"));

    assertThat(office.saga("o1").definition().version()).isEqualTo(2);
    assertThat(office.saga("o2").definition().version()).isEqualTo(2);
    assertThat(office.saga("o3").definition().version()).isEqualTo(3);
  }

  @Test
  void aBeginningThatOneCanRead_andAnotherCant_isTakenBackThere_andNotLost() {
    office.hear(
        Buying.registered(
            "gift",
            1,
            Json.parse(Buying.DEFINITION.replace("shop.bought/1", "shop.bought/2")),
            List.of(told("shop.bought/2", Kind.EVENT, "{\"type\":\"object\"}"))));
    office.deliver(bought("o1", 2, "{\"id\":\"o1\",\"lines\":\"none\"}"));

    Saga undone = office.saga("o1");
    assertThat(undone.state()).isEqualTo(SagaState.COMPENSATED);
    assertThat(undone.reason()).startsWith("shop.bought/2 can't be read as shop.bought/1: /lines");
    assertThat(office.saidNames("o1")).containsExactly("shop.reject");
    assertThat(office.saidBy("gift.o1")).extracting(one -> one.contract().name()).hasSize(1);
  }

  @Test
  void aBeginningThatIsTooMuchToRemember_isTakenBack() {
    String lines = "[{\"sku\":\"" + "x".repeat(60_000) + "\"}]";
    office.deliver(bought("o1", 1, "{\"id\":\"o1\",\"lines\":" + lines + "}"));

    assertThat(office.state("o1")).isEqualTo(SagaState.COMPENSATED);
    assertThat(office.lastSaid("o1").data().path("reason").asText())
        .isEqualTo("buy/1 would have to remember too much of shop.bought/1");
  }

  @Test
  void aCancelOfAnotherVersion_cancels_whateverItsDocumentSays() {
    office.reserved("o1");
    registersSecond("shop.regretted", Kind.EVENT);
    office.deliver(office.next("shop", "o1", "shop.regretted/2", null, Json.parse("{\"new\":1}")));

    assertThat(office.state("o1")).isEqualTo(SagaState.UNDOING);
  }
}
