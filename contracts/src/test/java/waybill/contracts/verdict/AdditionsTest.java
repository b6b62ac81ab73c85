package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Bundle;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.SchemaCheck;

/** The most frequent change, made to each contract of the catalog that is open to it. */
class AdditionsTest {
  private final Catalog catalog = Catalog.builtIn();
  private final Evolution evolution =
      new Evolution(
          Judge.standard(),
          Set.of(Policy.OPEN_ADDITIONS),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @TestFactory
  Stream<DynamicTest> anOptionalAddition_passes_andItsRiskIsADocument() {
    return catalog.contracts().stream()
        .filter(id -> catalog.schema(id).has("properties"))
        .filter(id -> !catalog.schema(id).has("additionalProperties"))
        .map(id -> dynamicTest(id.toString(), () -> passes(id)));
  }

  private void passes(ContractId id) {
    JsonNode before =
        Bundle.of(catalog.schema(id), other -> Optional.of(catalog.schema(other))).schema();
    ObjectNode after = before.deepCopy();
    after.withObject("/properties").putObject("a_new_one").put("type", "string");
    Evolution.Version version = new Evolution.Version(1, before);
    Judged backward = evolution.against(version, Direction.BACKWARD, after);
    assertThat(backward.verdict().isCompatible()).as(String.valueOf(backward)).isTrue();
    assertThat(backward.accepted()).isNotEmpty();
    for (Accepted risk : backward.accepted()) {
      JsonNode witness = Objects.requireNonNull(risk.witness());
      assertThat(SchemaCheck.of(before).accepts(witness)).isTrue();
      assertThat(SchemaCheck.of(after).accepts(witness)).isFalse();
    }
    Judged forward = evolution.against(version, Direction.FORWARD, after);
    assertThat(forward.verdict().isCompatible()).as(String.valueOf(forward)).isTrue();
    assertThat(forward.accepted()).isEmpty();
  }
}
