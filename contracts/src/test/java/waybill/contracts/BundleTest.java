package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleTest {
  private final Map<ContractId, JsonNode> there = new HashMap<>();

  @Test
  void aSchemaOfItsOwn_staysAsItIs() {
    JsonNode schema = Json.parse("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}");
    assertThat(bundle(schema)).isEqualTo(new Bundle(schema, List.of(), List.of()));
  }

  @Test
  void aReference_becomesAPart() {
    there("shop.line/1", "{\"$schema\":\"x\",\"type\":\"string\"}");
    Bundle bundle = bundle(referring("waybill:shop.line/1"));
    assertThat(bundle.references()).containsExactly(ContractId.parse("shop.line/1"));
    assertThat(bundle.schema())
        .isEqualTo(
            Json.parse(
                "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/shop.line@1\"}},"
                    + "\"$defs\":{\"shop.line@1\":{\"type\":\"string\"}}}"));
  }

  @Test
  void aPart_findsItsOwnPlacesAgain() {
    there("shop.tree/1", "{\"items\":{\"$ref\":\"#\"},\"$defs\":{\"n\":{\"type\":\"integer\"}}}");
    there("shop.wood/1", "{\"not\":{\"$ref\":\"waybill:shop.tree/1\"}}");
    JsonNode parts = bundle(referring("waybill:shop.wood/1")).schema().path("$defs");
    assertThat(parts.at("/shop.wood@1/not/$ref").asText())
        .isEqualTo("#/$defs/shop.wood@1/$defs/shop.tree@1");
    assertThat(parts.at("/shop.wood@1/$defs/shop.tree@1/items/$ref").asText())
        .isEqualTo("#/$defs/shop.wood@1/$defs/shop.tree@1");
  }

  @Test
  void aBundle_accepts_whatTheSchemasAcceptedApart() {
    Catalog catalog = Catalog.builtIn();
    for (ContractId id : catalog.contracts()) {
      Bundle bundle = Bundle.of(catalog.schema(id), other -> Optional.of(catalog.schema(other)));
      assertThat(bundle.violations()).isEmpty();
      assertThat(bundle.schema().toString()).doesNotContain("\"waybill:");
      var alone = Schemas.alone(bundle.schema());
      for (Example example : catalog.examples(id))
        assertThat(alone.validate(example.document()).isEmpty())
            .as(id + " " + example.name())
            .isEqualTo(example.valid());
    }
  }

  @Test
  void whatIsData_isNoReference() {
    JsonNode schema = Json.parse("{\"const\":{\"$ref\":\"waybill:shop.line/1\"}}");
    assertThat(bundle(schema)).isEqualTo(new Bundle(schema, List.of(), List.of()));
  }

  @Test
  void aReferenceThatLeadsNowhere_isAViolationAtItsPointer() {
    for (String nowhere : List.of("waybill:shop.line/2", "waybill:shop.line", "waybill:../x"))
      assertThat(bundle(referring(nowhere)).violations())
          .extracting(Violation::pointer)
          .containsExactly("/properties/a/$ref");
  }

  @Test
  void aVersionThatNamesItsPlaces_isNotReferredTo() {
    there("shop.line/1", "{\"items\":{\"$anchor\":\"x\"}}");
    assertThat(bundle(referring("waybill:shop.line/1")).violations()).hasSize(1);
  }

  @Test
  void aPlaceThatIsTaken_isAViolation() {
    there("shop.line/1", "{}");
    JsonNode schema =
        Json.parse("{\"$ref\":\"waybill:shop.line/1\",\"$defs\":{\"shop.line@1\":{}}}");
    assertThat(bundle(schema).violations())
        .extracting(Violation::pointer)
        .containsExactly("/$defs/shop.line@1");
  }

  /** Frozen versions can't do this: each refers to what was there before it. */
  @Test
  void aCircle_ends() {
    there("shop.a/1", "{\"$ref\":\"waybill:shop.b/1\"}");
    there("shop.b/1", "{\"$ref\":\"waybill:shop.a/1\"}");
    assertThatThrownBy(() -> bundle(referring("waybill:shop.a/1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tooManyReferences_areRefused() {
    StringBuilder all = new StringBuilder("{\"allOf\":[true");
    for (int n = 0; n <= Bundle.REFERENCES_MAX; n++) {
      there("shop.n" + n + "/1", "{}");
      all.append(",{\"$ref\":\"waybill:shop.n").append(n).append("/1\"}");
    }
    assertThat(bundle(Json.parse(all.append("]}").toString())).violations()).hasSize(1);
  }

  private void there(String id, String schema) {
    there.put(ContractId.parse(id), Json.parse(schema));
  }

  private Bundle bundle(JsonNode schema) {
    return Bundle.of(schema, id -> Optional.ofNullable(there.get(id)));
  }

  private static JsonNode referring(String reference) {
    return Json.parse("{\"properties\":{\"a\":{\"$ref\":\"" + reference + "\"}}}");
  }
}
