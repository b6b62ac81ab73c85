package waybill.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.catalog.SagaRegistered;

/** A change that spans a store and a bank: reserve, charge, ship. Undone in reverse. */
final class Buying {
  static final String BOUGHT = "shop.bought/1";
  static final String REGRETTED = "shop.regretted/1";

  static final String DEFINITION =
      """
      {"owner":"shop","summary":"Somebody buys something.","begins":"shop.bought/1",
       "cancels":"shop.regretted/1",
       "steps":[
        {"name":"reserve","command":"store.reserve/1","with":{"/id":"/input/id","/lines":"/input/lines"},
         "done":["store.reserved/1"],"refused":["store.refused/1"],"timeout":"PT30S","attempts":2,
         "undo":{"command":"store.release/1","with":{"/id":"/input/id"},"done":["store.released/1"],
          "refused":["store.stuck/1"],"timeout":"PT30S","attempts":3}},
        {"name":"charge","command":"bank.charge/1",
         "with":{"/id":"/input/id","/total":"/replies/reserve/total"},
         "done":["bank.charged/1"],"refused":["bank.declined/1"],"timeout":"PT1M","attempts":3,
         "undo":{"command":"bank.refund/1","with":{"/id":"/input/id"},"done":["bank.refunded/1"],
          "refused":["bank.gone/1"],"timeout":"PT1M","attempts":2}},
        {"name":"ship","command":"store.ship/1","with":{"/id":"/input/id"},
         "done":["store.shipped/1"],"refused":["store.refused/1"],"timeout":"PT30S","attempts":2}],
       "completed":[{"command":"shop.confirm/1","with":{"/id":"/input/id"}}],
       "undone":[{"command":"shop.reject/1","with":{"/id":"/input/id","/reason":"/saga/reason"}}]}
      """;

  private static final List<String> COMMANDS =
      List.of(
          "store.reserve",
          "store.release",
          "store.ship",
          "bank.charge",
          "bank.refund",
          "shop.confirm",
          "shop.reject");
  private static final List<String> REPLIES =
      List.of(
          "store.reserved",
          "store.refused",
          "store.released",
          "store.stuck",
          "store.shipped",
          "bank.charged",
          "bank.declined",
          "bank.refunded",
          "bank.gone");

  private Buying() {}

  static SagaRegistered registered(int version, JsonNode definition) {
    return registered("buy", version, definition, List.of());
  }

  /**
   * @param others that it names, beside the first versions
   */
  static SagaRegistered registered(
      String saga, int version, JsonNode definition, List<SagaRegistered.Told> others) {
    List<SagaRegistered.Told> contracts = new ArrayList<>(others);
    for (String name : COMMANDS) contracts.add(told(name, Kind.COMMAND));
    for (String name : REPLIES) contracts.add(told(name, Kind.REPLY));
    contracts.add(told("shop.bought", Kind.EVENT));
    contracts.add(told("shop.regretted", Kind.EVENT));
    return new SagaRegistered(saga, version, "0".repeat(64), definition, contracts, Instant.EPOCH);
  }

  static ObjectNode definition() {
    return (ObjectNode) Json.parse(DEFINITION);
  }

  private static SagaRegistered.Told told(String name, Kind kind) {
    String owner = name.substring(0, name.indexOf('.'));
    return new SagaRegistered.Told(name + "/1", kind, owner, schema(name, kind));
  }

  private static JsonNode schema(String name, Kind kind) {
    ObjectNode schema = Json.object().put("title", name.toUpperCase(Locale.ROOT));
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("id").put("type", "string");
    properties.putObject("total").put("type", "integer");
    properties.putObject("reason").put("type", "string").put("maxLength", 500);
    properties
        .putObject("lines")
        .put("type", "array")
        .putObject("items")
        .put("type", "object")
        .put("additionalProperties", false)
        .putObject("properties")
        .putObject("sku")
        .put("type", "string");
    if (kind == Kind.EVENT) properties.withObject("/lines/items").remove("additionalProperties");
    schema.putArray("required").add("id");
    if (name.equals("bank.charge")) schema.withArray("/required").add("total");
    if (kind == Kind.COMMAND) schema.put("additionalProperties", false);
    return schema;
  }
}
