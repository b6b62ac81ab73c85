package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.local.template.Table;

/** The kit writes to every table alike, and no table goes or gets lost. */
class TablesTest {
  static Stream<String> tables() {
    return TheTemplate.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTable_canBeBroughtBackToAnyMoment(String id) {
    JsonNode properties = TheTemplate.properties(id);
    assertThat(
            properties
                .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                .asBoolean())
        .as(id)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTable_isEncrypted(String id) {
    assertThat(TheTemplate.properties(id).at("/SSESpecification/SSEEnabled").asBoolean())
        .as(id)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTable_staysWhenItsStackGoes(String id) {
    assertThat(TheTemplate.resource(id).path("DeletionPolicy").asText()).as(id).isEqualTo("Retain");
    assertThat(TheTemplate.resource(id).path("UpdateReplacePolicy").asText())
        .as(id)
        .isEqualTo("Retain");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTable_hasTheKeyAndTheExpiryThatTheKitWrites(String id) {
    Table table = TheTemplate.STACK.table(id);
    assertThat(table.keys())
        .as(id)
        .containsExactly(new Table.Key("pk", "HASH"), new Table.Key("sk", "RANGE"));
    assertThat(table.expiryAttribute()).as(id).isEqualTo("expires_at");
  }

  /** What it projects is each table's own: an index of keys alone is cheaper to write. */
  @Test
  void anIndex_hasTheSameKeysInEveryTable() {
    Map<String, Table.Index> first = new HashMap<>();
    for (Table table : TheTemplate.STACK.tables())
      for (Table.Index index : table.globalIndexes()) {
        first.putIfAbsent(index.name(), index);
        assertThat(index)
            .as("%s of %s", index.name(), table.id())
            .extracting(Table.Index::keys)
            .isEqualTo(first.get(index.name()).keys());
      }
  }

  @Test
  void anAttribute_hasTheSameTypeInEveryTable() {
    Map<String, String> first = new HashMap<>();
    for (Table table : TheTemplate.STACK.tables())
      table
          .attributes()
          .forEach(
              (name, type) ->
                  assertThat(first.computeIfAbsent(name, any -> type))
                      .as("%s of %s", name, table.id())
                      .isEqualTo(type));
  }

  @Test
  void everyTable_knowsWhatIsDue_andCanList_andSomeKnowWhatBelongsTogether() {
    for (Table table : TheTemplate.STACK.tables())
      assertThat(table.globalIndexes())
          .extracting(Table.Index::name)
          .as(table.id())
          .containsExactlyInAnyOrderElementsOf(
              table.streamView() == null || table.id().equals("SagasTable")
                  ? List.of("list", "related", "due")
                  : List.of("list", "due"));
  }

  @Test
  void theIndexes_areThoseThatTheKitAsksFor() {
    List<String> asked =
        java.util.regex.Pattern.compile("index(?:Name|ed)\\(\"([^\"]+)\"")
            .matcher(Repository.deployedCode())
            .results()
            .map(call -> call.group(1))
            .distinct()
            .toList();
    assertThat(TheTemplate.STACK.tables().stream().flatMap(table -> table.globalIndexes().stream()))
        .extracting(Table.Index::name)
        .hasSameElementsAs(asked);
  }
}
