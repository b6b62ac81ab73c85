package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** An office at which the parcels' contracts are known, so that they can have a saga. */
final class Shipping {
  static final String ID =
      "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"]}";
  private static final String CLOSED = ID.replaceFirst("\\{", "{\"additionalProperties\":false,");

  final Office office;

  Shipping() {
    this(table -> table);
  }

  Shipping(UnaryOperator<Table> around) {
    this.office = new Office(around);
    office.parcels();
    contract(
        "parcels.asked",
        Map.of("kind", "event", "key", "/id", "readers", List.of("sagas", "letters")),
        ID);
    contract(
        "parcels.send", Map.of("kind", "command", "senders", List.of("sagas", "letters")), CLOSED);
    contract("parcels.sent", Map.of("kind", "reply"), ID);
  }

  Shipping contract(String name, Map<String, Object> says, String schema) {
    var contract = new TreeMap<String, Object>(says);
    contract.put("summary", "What a test needs.");
    contract.put("compatibility", "NONE");
    var operator = office.contracts().as(OPERATOR);
    assertThat(operator.put("/contracts/" + name, Json.write(contract)).status()).isEqualTo(201);
    assertThat(version(name, schema).status()).isEqualTo(201);
    return this;
  }

  /** The contract that is there is to be so from now on. */
  Answered define(String name, String says) {
    return office
        .contracts()
        .as(OPERATOR)
        .put(
            "/contracts/" + name,
            "{\"summary\":\"What a test needs.\",\"compatibility\":\"NONE\"," + says + "}");
  }

  Answered version(String name, String schema) {
    return office
        .contracts()
        .as(OPERATOR)
        .post("/contracts/" + name + "/versions", "{\"schema\":" + schema + "}");
  }

  Answered retire(String name) {
    return office.contracts().as(OPERATOR).delete("/contracts/" + name + "/versions/1");
  }

  /** One that sends what it was asked for. */
  static String saga(String owner, String summary) {
    return """
        {"owner":"%s","summary":"%s","begins":"parcels.asked/1","steps":[
          {"name":"send","command":"parcels.send/1","with":{"/id":"/input/id"},
           "done":["parcels.sent/1"]}]}
        """
        .formatted(owner, summary);
  }

  static String saga(String summary) {
    return saga("parcels", summary);
  }

  Answered register(Caller caller, String name, String saga) {
    return office
        .sagas()
        .as(caller)
        .post("/saga-definitions/" + name + "/versions", "{\"definition\":" + saga + "}");
  }

  Answered register(String name, String saga) {
    return register(PARCELS, name, saga);
  }

  Answered get(String path) {
    return office.sagas().as(Office.MEMBER).get("/saga-definitions" + path);
  }

  List<Message> said() {
    return office.messages().stream()
        .filter(one -> one.contract().name().equals("catalog.saga-registered"))
        .toList();
  }
}
