package waybill.contracts.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.ServiceEntry;

/**
 * All messages of a catalog's services, as an AsyncAPI 3.0 document: a channel for each contract
 * version, on which its owner and its users send and receive.
 */
public final class AsyncApi {
  private static final ContractId ENVELOPE = ContractId.parse("exchange.envelope/1");

  private final Catalog catalog;
  private final List<ContractId> messages;

  private AsyncApi(Catalog catalog) {
    this.catalog = catalog;
    this.messages = catalog.contracts().stream().filter(id -> isMessage(kindOf(id))).toList();
  }

  public static ObjectNode of(Catalog catalog) {
    return new AsyncApi(catalog).document();
  }

  private ObjectNode document() {
    ObjectNode document = Json.object().put("asyncapi", "3.0.0");
    document.set("info", Components.info("What services tell each other through a data exchange."));
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    for (ContractId id : messages) {
      channels.set(Components.nameOf(id), channel(id));
      for (ServiceEntry service : catalog.services()) {
        if (sends(service, id)) add(operations, "send", service, id);
        if (receives(service, id)) add(operations, "receive", service, id);
      }
    }
    document.set("components", components());
    return document;
  }

  private Kind kindOf(ContractId id) {
    return catalog.definition(id.name()).kind();
  }

  private static boolean isMessage(Kind kind) {
    return kind == Kind.EVENT || kind == Kind.COMMAND || kind == Kind.REPLY;
  }

  /** Commands are read by their owner, all else is written by it. */
  private boolean sends(ServiceEntry service, ContractId id) {
    return kindOf(id) == Kind.COMMAND
        ? service.consumes().contains(id)
        : service.provides().contains(id);
  }

  private boolean receives(ServiceEntry service, ContractId id) {
    return kindOf(id) == Kind.COMMAND
        ? service.provides().contains(id)
        : service.consumes().contains(id);
  }

  private ObjectNode channel(ContractId id) {
    Definition definition = catalog.definition(id.name());
    ObjectNode channel =
        Json.object()
            .put("address", id.name())
            .put("title", id.toString())
            .put("summary", definition.summary());
    channel
        .putObject("messages")
        .set(Components.nameOf(id), Components.refer("messages", Components.nameOf(id)));
    ArrayNode tags = channel.putArray("tags");
    tags.addObject().put("name", definition.owner());
    tags.addObject().put("name", definition.kind().name().toLowerCase(Locale.ROOT));
    return channel;
  }

  private static void add(
      ObjectNode operations, String action, ServiceEntry service, ContractId id) {
    String name = Components.nameOf(id);
    ObjectNode operation =
        operations
            .putObject(service.name() + "." + action + "." + name)
            .put("action", action)
            .put("title", service.name() + " " + action + "s " + id);
    operation.putObject("channel").put("$ref", "#/channels/" + name);
    operation.putArray("tags").addObject().put("name", service.name());
    operation
        .putArray("messages")
        .addObject()
        .put("$ref", "#/channels/" + name + "/messages/" + name);
  }

  private ObjectNode components() {
    ObjectNode components = Json.object();
    ObjectNode all = components.putObject("messages");
    for (ContractId id : messages) all.set(Components.nameOf(id), message(id));
    Set<ContractId> schemas = new TreeSet<>(messages);
    schemas.add(ENVELOPE);
    components.set("schemas", Components.schemas(catalog, schemas));
    return components;
  }

  /** What travels is the envelope, with the contract's document as its data. */
  private ObjectNode message(ContractId id) {
    ObjectNode message =
        Json.object()
            .put("name", id.toString())
            .put("title", catalog.schema(id).path("title").asText())
            .put("summary", catalog.definition(id.name()).summary())
            .put("contentType", "application/cloudevents+json");
    ObjectNode payload = message.putObject("payload");
    ArrayNode both = payload.putArray("allOf");
    both.add(Components.refer(ENVELOPE));
    ObjectNode properties = both.addObject().put("type", "object").putObject("properties");
    properties.putObject("type").put("const", id.name());
    properties.putObject("dataschema").put("const", id.path());
    properties.set("data", Components.refer(id));
    return message;
  }
}
