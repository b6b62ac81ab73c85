package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

class NumbersTest {
  private static final JsonNode V1 =
      Given.closed(
          "{'sku':{'type':'string'},'note':{'type':'string'},'line':"
              + Given.closed("{'price':{'type':'integer'}}")
              + "}");
  private static final JsonNode V2 =
      Given.closed("{'count':{'type':'integer'},'sku':{'type':'string'}}");

  private final JsonNode first = next(null, V1);
  private final JsonNode second = next(first, V2);

  private static JsonNode next(@Nullable JsonNode before, JsonNode schema) {
    return Numbers.next(before, schema).orElseThrow();
  }

  /** What fails here names the content of the file {@code numbers.json} beside the schema. */
  @Test
  void everyBuiltInVersion_hasTheNumbersThatItIsGivenByThoseBefore() {
    Catalog catalog = Catalog.builtIn();
    Map<String, JsonNode> before = new HashMap<>();
    for (ContractId id : catalog.contracts()) {
      JsonNode schema = catalog.whole().schema(id).orElseThrow();
      JsonNode next = Numbers.next(before.get(id.name()), schema).orElseThrow();
      assertThat(catalog.numbers(id)).as("%s/v%s", id.name(), id.version()).contains(next);
      before.put(id.name(), next);
    }
  }

  @Test
  void fields_areCountedInTheirOrder_inEachMessage() {
    assertThat(first)
        .isEqualTo(
            Given.json(
                "{'':{'sku text':1,'note text':2,'line message':3},'/line':{'price whole':1}}"));
  }

  @Test
  void aNewVersion_keepsAllNumbers_andGoesOnBehindThem() {
    assertThat(second.get(""))
        .isEqualTo(Given.json("{'sku text':1,'note text':2,'line message':3,'count whole':4}"));
    assertThat(second.get("/line")).isEqualTo(first.get("/line"));
    assertThat(Given.proto(V2, first))
        .contains("reserved 2, 3;", "reserved \"line\", \"note\";", "string sku = 1;");
  }

  @Test
  void aFieldThatComesBackAsItWas_hasItsNumberAgain() {
    JsonNode third = next(second, Given.closed("{'note':{'type':'string'}}"));
    assertThat(third).isEqualTo(second);
    assertThat(Given.proto(Given.closed("{'note':{'type':'string'}}"), second))
        .contains("string note = 2;", "reserved 1, 3, 4;");
  }

  @Test
  void aFieldThatComesBackAsSomethingElse_hasANewNumber_andTheOldOneStaysReserved() {
    JsonNode schema = Given.closed("{'note':{'type':'array','items':{'type':'string'}}}");
    assertThat(next(second, schema).get("").get("note list text")).isEqualTo(Given.json("5"));
    assertThat(Given.proto(schema, second))
        .contains("repeated string note = 5;", "reserved 1, 2, 3, 4;")
        .doesNotContain("\"note\"");
  }

  @Test
  void aNameThatProtocolBuffersDoNotTake_isNotReserved_andItsNumberIs() {
    JsonNode odd = Given.closed("{'2nd':{},'a b':{'type':'array'},'ok':{}}");
    assertThat(Given.proto(V2, next(null, odd)))
        .contains("reserved 1, 2, 3, 4;", "reserved \"ok\";");
  }

  @Test
  void theNumbersOfAnEarlierVersion_areNotTouched() {
    String before = first.toString();
    next(first, Given.closed("{'note':{'type':'boolean'},'a':{'type':'string'}}"));
    assertThat(first).hasToString(before);
  }

  @Test
  void theOrderOfProperties_changesNoNumber() {
    JsonNode turned = Given.closed("{'note':{'type':'string'},'sku':{'type':'string'}}");
    assertThat(next(first, turned)).isEqualTo(first);
  }

  @Test
  void moreThanAMessageCarries_isNotNumbered() {
    StringBuilder properties = new StringBuilder("{'x':{}");
    for (int i = 0; i < 1_500; i++) properties.append(",'f").append(i).append("':{}");
    assertThat(Numbers.next(null, Given.closed(properties + "}"))).isEmpty();
  }

  @Test
  void numbersThatProtocolBuffersKeepForThemselves_areLeftOut() {
    assertThat(next(Given.json("{'':{'gone text':18999}}"), V2).get("").get("count whole"))
        .isEqualTo(Given.json("20000"));
  }
}
