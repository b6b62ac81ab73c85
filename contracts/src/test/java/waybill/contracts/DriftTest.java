package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.orders.OrdersContracts;

/** The records are written by hand; these tests are what makes that safe. */
class DriftTest {
  private final Catalog catalog = Catalog.builtIn();

  @TestFactory
  Stream<DynamicTest> everyRecord_saysWhatItsSchemaSays() {
    return Handles.all().stream()
        .map(handle -> dynamicTest(handle.toString(), () -> assertThat(drift(handle)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyValidExample_goesThroughItsRecordUnharmed() {
    return Handles.all().stream()
        .map(handle -> dynamicTest(handle.toString(), () -> throughItsRecord(handle)));
  }

  @Test
  void everyContractThatTravels_hasAHandle_andNoOther() {
    assertThat(Handles.all().stream().map(Contract::id))
        .containsExactlyInAnyOrderElementsOf(
            catalog.contracts().stream()
                .filter(id -> catalog.definition(id.name()).kind() != Kind.TYPE)
                .toList());
  }

  @Test
  void handles_areKeptByTheOwner() {
    for (ServiceEntry service : catalog.services()) {
      assertThat(Handles.of(service.name()))
          .allSatisfy(handle -> assertThat(handle.id().owner()).isEqualTo(service.name()));
    }
  }

  @Test
  void aSchemaThatMoves_isNoticed() {
    assertNoticed(" properties", schema -> properties(schema).remove("user_id"));
    assertNoticed(
        " properties", schema -> properties(schema).putObject("note").put("type", "string"));
    assertNoticed(" required", schema -> schema.putArray("required"));
    assertNoticed("/placed_at format", schema -> property(schema, "placed_at").remove("format"));
    assertNoticed("/user_id type", schema -> property(schema, "user_id").put("type", "integer"));
    assertNoticed(
        "/order_status enum",
        schema -> property(schema, "order_status").withArray("enum").add("shipped"));
    assertNoticed(
        "/lines/* required",
        schema -> ((ObjectNode) property(schema, "lines").path("items")).remove("required"));
  }

  private void assertNoticed(String where, Consumer<ObjectNode> change) {
    ObjectNode schema = catalog.schema(OrdersContracts.ORDER.id()).deepCopy();
    change.accept(schema);
    assertThat(Drift.between(schema, OrdersContracts.ORDER.type(), catalog::schema))
        .singleElement()
        .asString()
        .startsWith(where);
  }

  private <T> void throughItsRecord(Contract<T> handle) {
    for (Example example : catalog.examples(handle.id())) {
      if (example.valid()) {
        T bound = catalog.read(handle, example.document());
        JsonNode written = catalog.write(handle, bound);
        assertThat(catalog.check(handle.id(), written)).isEmpty();
        assertThat(catalog.read(handle, Json.parse(Json.write(written)))).isEqualTo(bound);
      }
    }
  }

  private List<String> drift(Contract<?> handle) {
    return Drift.between(catalog.schema(handle.id()), handle.type(), catalog::schema);
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.path("properties");
  }

  private static ObjectNode property(ObjectNode schema, String name) {
    return (ObjectNode) properties(schema).path(name);
  }
}
