package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import waybill.contracts.Compatibility;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.Registered;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Judge;

/** Contracts of a shop, a depot and a till, and a saga that packs, charges and sends. */
final class Depot implements Registered {
  static final String ID = "{'type':'string','pattern':'^[A-Za-z0-9._-]{1,64}$'}";
  private static final String LINES =
      "{'type':'array','minItems':1,'maxItems':9,'items':{'type':'object',%s"
          + "'properties':{'sku':{'type':'string'},'quantity':{'type':'integer','minimum':1}},"
          + "'required':['sku','quantity']}}";
  private static final String CLOSED = "'additionalProperties':false,";

  private final Map<ContractId, JsonNode> schemas = new LinkedHashMap<>();
  private final Map<String, Definition> definitions = new TreeMap<>();

  Depot() {
    event("shop.paid/1", "'basket':" + ID + ",'lines':" + LINES.formatted(""), "'basket','lines'");
    event("shop.withdrawn/1", "'basket':" + ID, "'basket'");
    command(
        "depot.pack/1",
        "'parcel':" + ID + ",'lines':" + LINES.formatted(CLOSED),
        "'parcel','lines'");
    reply(
        "depot.packed/1",
        "'weight':{'type':'integer','minimum':1},'shelf':{'type':'string'}",
        "'weight'");
    reply("depot.packed-elsewhere/1", "'weight':{'type':'integer','minimum':1}", "'weight'");
    reply("depot.not-packed/1", "'reason':{'type':'string'}", "");
    command("depot.unpack/1", "'parcel':" + ID + ",'shelf':{'type':'string'}", "'parcel'");
    reply("depot.unpacked/1", "", "");
    command(
        "till.charge/1",
        "'charge':" + ID + ",'weight':{'type':'integer','minimum':0},'note':{'type':'string'}",
        "'charge','weight'");
    reply("till.charged/1", "'fee':{'type':'integer'}", "'fee'");
    reply("till.not-charged/1", "", "");
    command("till.refund/1", "'charge':" + ID, "'charge'");
    reply("till.refunded/1", "", "");
    command("depot.send/1", "'parcel':" + ID, "'parcel'");
    reply("depot.sent/1", "", "");
    command("shop.confirm/1", "'basket':" + ID + ",'fee':{'type':'integer'}", "'basket'");
    command(
        "shop.reject/1",
        "'basket':"
            + ID
            + ",'reason':{'type':'string','minLength':1,'maxLength':500},'step':{'type':'string'}",
        "'basket','reason'");
  }

  static final JsonNode SAGA =
      json(
          """
          {'owner':'shop','summary':'A basket is packed, paid and sent.',
           'begins':'shop.paid/1','cancels':'shop.withdrawn/1',
           'steps':[
            {'name':'pack','command':'depot.pack/1',
             'with':{'/parcel':'/saga/key','/lines':'/input/lines'},
             'done':['depot.packed/1'],'refused':['depot.not-packed/1'],
             'undo':{'command':'depot.unpack/1','with':{'/parcel':'/saga/key'},
                     'done':['depot.unpacked/1']}},
            {'name':'charge','command':'till.charge/1',
             'with':{'/charge':'/saga/key','/weight':'/replies/pack/weight','/note':{'value':'x'}},
             'done':['till.charged/1'],'refused':['till.not-charged/1'],
             'undo':{'command':'till.refund/1','with':{'/charge':'/saga/key'},
                     'done':['till.refunded/1']}},
            {'name':'send','command':'depot.send/1','with':{'/parcel':'/saga/key'},
             'done':['depot.sent/1']}],
           'completed':[{'command':'shop.confirm/1',
                         'with':{'/basket':'/input/basket','/fee':'/replies/charge/fee'}}],
           'undone':[{'command':'shop.reject/1',
                      'with':{'/basket':'/input/basket','/reason':'/saga/reason',
                              '/step':'/saga/step'}}]}
          """);

  static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  Depot event(String id, String properties, String required) {
    return add(id, Kind.EVENT, List.of("sagas"), schema(properties, required, ""));
  }

  Depot command(String id, String properties, String required) {
    return add(id, Kind.COMMAND, List.of(), schema(properties, required, CLOSED));
  }

  Depot reply(String id, String properties, String required) {
    return add(id, Kind.REPLY, List.of("sagas"), schema(properties, required, ""));
  }

  private static JsonNode schema(String properties, String required, String closed) {
    return json(
        "{'type':'object',%s'properties':{%s},'required':[%s]}"
            .formatted(closed, properties, required));
  }

  Depot add(String id, Kind kind, List<String> readers, JsonNode schema) {
    List<String> senders =
        kind == Kind.COMMAND ? List.of("sagas") : List.of(ContractId.parse(id).owner());
    return add(id, kind, senders, readers, schema);
  }

  Depot add(String text, Kind kind, List<String> senders, List<String> readers, JsonNode schema) {
    ContractId id = ContractId.parse(text);
    schemas.put(id, schema);
    definitions.put(
        id.name(),
        new Definition(
            id.name(),
            kind,
            id.owner(),
            "For a test.",
            null,
            Compatibility.NONE,
            Duration.ofDays(1),
            List.of(),
            senders,
            readers));
    return this;
  }

  @Override
  public Optional<Definition> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return Optional.ofNullable(schemas.get(id));
  }

  List<Violation> violations(JsonNode saga) {
    return violations(saga, Judge.standard());
  }

  List<Violation> violations(JsonNode saga, Judge judge) {
    return new SagaCheck(this, judge, Clock.systemUTC()).violations(saga);
  }
}
