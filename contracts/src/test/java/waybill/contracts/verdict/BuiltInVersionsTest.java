package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Bundle;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.verdict.Evolution.Version;

/** A later version of a built-in contract keeps what the contract promises, as a registered one. */
class BuiltInVersionsTest {
  private final Catalog catalog = Catalog.builtIn();

  @TestFactory
  Stream<DynamicTest> laterVersions_keepTheContractsMode_andSuitWhoeverHasAnEarlierOne() {
    return catalog.contracts().stream()
        .filter(id -> id.version() > 1)
        .map(id -> dynamicTest(id.toString(), () -> judge(id)));
  }

  private void judge(ContractId id) {
    Definition of = catalog.definition(id.name());
    List<Version> before = before(id);
    JsonNode schema = bundled(id);
    var evolution =
        new Evolution(Judge.standard(), Set.of(Policy.OPEN_ADDITIONS), Clock.systemUTC());
    assertThat(evolution.under(of.compatibility(), before, schema)).allMatch(Judged::passes);
    for (Role role : Role.of(of.kind()))
      for (Version version : before)
        assertThat(evolution.against(version, role.asksFor(), schema)).matches(Judged::passes);
  }

  private List<Version> before(ContractId id) {
    return catalog.contracts().stream()
        .filter(other -> other.name().equals(id.name()) && other.version() < id.version())
        .map(other -> new Version(other.version(), bundled(other)))
        .toList();
  }

  private JsonNode bundled(ContractId id) {
    return Bundle.of(catalog.schema(id), other -> Optional.of(catalog.schema(other))).schema();
  }
}
