package waybill.contracts.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Kind;

/** The document that tools outside read, held against their own schema. */
class AsyncApiTest {
  private static final ObjectNode DOCUMENT = AsyncApi.of(Catalog.builtIn());

  @Test
  void theDocument_keepsTheOfficialSchema() {
    assertThat(Official.violations("asyncapi-3.0", Dialects.getDraft7(), DOCUMENT)).isEmpty();
  }

  @Test
  void theOfficialSchema_isNoOpenDoor() {
    ObjectNode broken = DOCUMENT.deepCopy();
    ((ObjectNode) broken.at("/operations/users.send.users.user-changed.v1")).put("action", "shout");
    assertThat(Official.violations("asyncapi-3.0", Dialects.getDraft7(), broken)).isNotEmpty();
  }

  @Test
  void everyReference_leadsSomewhere() {
    assertThat(Official.danglingReferences(DOCUMENT)).isEmpty();
  }

  @Test
  void everyMessage_hasAChannel_andNothingElseHas() {
    assertThat(DOCUMENT.path("channels").propertyStream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(
            Catalog.builtIn().contracts().stream()
                .filter(AsyncApiTest::isMessage)
                .map(Components::nameOf)
                .toList());
  }

  @Test
  void anEvent_isSentByItsOwner_andReceivedByThoseWhoConsumeIt() {
    assertThat(DOCUMENT.path("operations").propertyStream().map(Map.Entry::getKey))
        .contains(
            "users.send.users.user-changed.v1",
            "orders.receive.users.user-changed.v1",
            "catalog.send.catalog.service-changed.v1")
        .doesNotContain("orders.send.users.user-changed.v1");
  }

  /** The payload as a reader would resolve it, against a message as it travels. */
  @Test
  void aMessageAsItTravels_isValidUnderItsPayload() {
    assertThat(payloadViolations("u1")).isEmpty();
    assertThat(payloadViolations("no key")).isNotEmpty();
  }

  /** AsyncAPI reads schemas as draft-07: what that draft does not know would be overlooked. */
  @Test
  void noSchema_usesWhatDraft7WouldOverlook() {
    for (String keyword :
        List.of(
            "unevaluatedProperties",
            "unevaluatedItems",
            "dependentRequired",
            "dependentSchemas",
            "prefixItems",
            "minContains",
            "maxContains",
            "$dynamicRef",
            "$anchor"))
      assertThat(DOCUMENT.path("components").findValues(keyword)).as(keyword).isEmpty();
  }

  private static List<?> payloadViolations(String userId) {
    ObjectNode schema =
        DOCUMENT.at("/components/messages/users.user-changed.v1/payload").deepCopy();
    schema.set("components", DOCUMENT.path("components"));
    return SchemaRegistry.withDialect(Dialects.getDraft202012())
        .getSchema(schema)
        .validate(message(userId));
  }

  private static JsonNode message(String userId) {
    return Json.parse(
        "{\"specversion\":\"1.0\",\"id\":\"users~u1~2\",\"source\":\"users\","
            + "\"type\":\"users.user-changed\",\"subject\":\"u1\","
            + "\"time\":\"2026-01-31T09:30:00.000Z\",\"datacontenttype\":\"application/json\","
            + "\"dataschema\":\"/contracts/users.user-changed/versions/1\",\"keyseq\":2,"
            + "\"correlationid\":\"c-1\",\"hops\":0,\"data\":{\"user_id\":\""
            + userId
            + "\",\"email\":\"ada@example.com\",\"name\":\"Ada\","
            + "\"changed_at\":\"2026-01-31T09:30:00.000Z\"}}");
  }

  private static boolean isMessage(ContractId id) {
    Kind kind = Catalog.builtIn().definition(id.name()).kind();
    return kind == Kind.EVENT || kind == Kind.COMMAND || kind == Kind.REPLY;
  }
}
