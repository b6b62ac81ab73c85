package waybill.contracts.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Example;
import waybill.contracts.Json;
import waybill.contracts.Kind;

/**
 * The sagas of the worked domain: they name what is there, and what they tell keeps its contract.
 */
class BuiltInSagasTest {
  private static final Catalog CATALOG = Catalog.builtIn();

  static List<SagaId> sagas() {
    return CATALOG.sagas();
  }

  @Test
  void anOrder_isPlacedByOneAndCancelledByAnother() {
    assertThat(sagas()).extracting(SagaId::toString).contains("cancel-order/1", "place-order/1");
  }

  @ParameterizedTest
  @MethodSource("sagas")
  void everyContractInIt_exists_andIsOfItsKind(SagaId id) {
    SagaDefinition saga = read(id);
    assertThat(saga.hears()).allMatch(CATALOG::has);
    assertThat(saga.tells()).allMatch(CATALOG::has);
    assertThat(saga.tells()).extracting(BuiltInSagasTest::kind).containsOnly(Kind.COMMAND);
    assertThat(saga.hears())
        .extracting(BuiltInSagasTest::kind)
        .containsOnly(Kind.EVENT, Kind.REPLY);
    assertThat(CATALOG.definition(saga.begins().name()).readers()).contains("sagas");
  }

  @ParameterizedTest
  @MethodSource("sagas")
  void everyCommand_keepsItsContract_whateverBeganItAndWasReplied(SagaId id) {
    SagaDefinition saga = read(id);
    for (Example input : valid(saga.begins()))
      for (Told told : told(saga))
        assertThat(CATALOG.check(told.command(), composed(told, facts(saga, input))))
            .as("%s of %s", told.command(), input)
            .isEmpty();
  }

  @Test
  void anOrder_isChargedAndConfirmedAtThePriceAtWhichItWasReserved() {
    SagaDefinition saga = read(new SagaId("place-order", 1));
    JsonNode facts = facts(saga, valid(saga.begins()).get(0));
    Told charge = saga.step("charge").orElseThrow().told();
    assertThat(composed(charge, facts).path("amount"))
        .isEqualTo(facts.at("/replies/reserve/total"));
    assertThat(composed(charge, facts).path("charge_id")).isEqualTo(facts.at("/input/order_id"));
  }

  @Test
  void anOrderThatNobodyRefused_isRejectedWithoutAStep() {
    SagaDefinition saga = read(new SagaId("place-order", 1));
    ObjectNode facts = facts(saga, valid(saga.begins()).get(0));
    facts.withObject("/saga").remove("step");
    JsonNode rejected = composed(saga.undone().get(0), facts);
    assertThat(rejected.has("step")).isFalse();
    assertThat(CATALOG.check(saga.undone().get(0).command(), rejected)).isEmpty();
  }

  private static Stream<Told> all(SagaDefinition saga) {
    return Stream.of(
            saga.steps().stream().map(Step::told),
            saga.steps().stream().flatMap(step -> step.undoing().stream()).map(Step.Undo::told),
            saga.completed().stream(),
            saga.undone().stream())
        .flatMap(told -> told);
  }

  private static List<Told> told(SagaDefinition saga) {
    return all(saga).toList();
  }

  private static JsonNode composed(Told told, JsonNode facts) {
    return Composition.of(told, facts, CATALOG.schema(told.command()));
  }

  /** Each step was done by an example of its reply. */
  private static ObjectNode facts(SagaDefinition saga, Example input) {
    ObjectNode facts = Json.object();
    facts.set("input", input.document());
    for (Step step : saga.steps())
      facts
          .withObject("/replies")
          .set(step.name(), valid(step.done().iterator().next()).get(0).document());
    facts
        .withObject("/saga")
        .put("id", "a-saga.o-1")
        .put("key", "o-1")
        .put("reason", "Only 3 of tea are left.")
        .put("step", "reserve");
    return facts;
  }

  private static SagaDefinition read(SagaId id) {
    return SagaFile.read(CATALOG.saga(id));
  }

  private static Kind kind(ContractId id) {
    return Objects.requireNonNull(CATALOG.definition(id.name())).kind();
  }

  private static List<Example> valid(ContractId id) {
    return CATALOG.examples(id).stream().filter(Example::valid).toList();
  }
}
