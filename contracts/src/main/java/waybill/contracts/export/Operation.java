package waybill.contracts.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.RouteEntry;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;

/** One route as OpenAPI says it. */
final class Operation {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

  /** The one route that takes its document in the forms of CloudEvents. */
  private static final String A_PUBLICATION = "POST /messages";

  private static final int BATCH_EVENTS_MAX = 100;

  private static final Map<Integer, String> ANSWERS =
      Map.of(200, "Done.", 201, "Created.", 202, "Accepted; it goes on by itself.");

  private final Catalog catalog;
  private final String service;
  private final RouteEntry route;
  private final Forms forms;

  Operation(Catalog catalog, Forms forms, String service, RouteEntry route) {
    this.catalog = catalog;
    this.forms = forms;
    this.service = service;
    this.route = route;
  }

  /** A GET's document is its query parameters. */
  static boolean hasBody(RouteEntry route) {
    return route.takes() != null && !route.method().equals("GET");
  }

  ObjectNode document() {
    ObjectNode operation = Json.object().put("operationId", id()).put("summary", route.summary());
    operation.putArray("tags").add(service);
    operation.set("security", Security.of(route));
    operation.set("parameters", parameters());
    ContractId takes = route.takes();
    if (takes != null && hasBody(route)) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      if (route.route().equals(A_PUBLICATION)) events(body, takes);
      else content(body, mediaType(), takes);
    }
    operation.set("responses", responses());
    return operation;
  }

  private String id() {
    StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
    for (String word : Pattern.compile("[^A-Za-z0-9]+").split(route.path(), -1))
      if (!word.isEmpty())
        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    return id.toString();
  }

  /** A PATCH is a JSON merge patch; the body is taken under either name. */
  private String mediaType() {
    return route.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
  }

  private ArrayNode parameters() {
    ArrayNode parameters = Json.object().putArray("parameters");
    PARAMETER
        .matcher(route.path())
        .results()
        .forEach(
            found ->
                parameters
                    .addObject()
                    .put("name", found.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string"));
    ContractId takes = route.takes();
    if (takes != null && !hasBody(route)) addQuery(parameters, catalog.schema(takes));
    if (route.remembers()) parameters.add(Components.refer("parameters", "idempotency-key"));
    parameters.add(Components.refer("parameters", "correlation-id"));
    return parameters;
  }

  private static void addQuery(ArrayNode parameters, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode parameter =
          parameters.addObject().put("name", property.getKey()).put("in", "query");
      ObjectNode inline = Components.inline(property.getValue());
      JsonNode description = inline.remove("description");
      if (description != null) parameter.set("description", description);
      for (JsonNode required : schema.path("required"))
        if (required.asText().equals(property.getKey())) parameter.put("required", true);
      parameter.set("schema", inline);
    }
  }

  private ObjectNode responses() {
    ObjectNode responses = Json.object();
    for (int status : route.answers()) {
      ObjectNode response =
          responses
              .putObject(String.valueOf(status))
              .put("description", ANSWERS.getOrDefault(status, "Done."));
      response.set("headers", Headers.of(route, status));
      given(response, route.gives());
    }
    if (Headers.hasEtag(route))
      responses.putObject("304").put("description", "As If-None-Match names it.");
    Refusals.of(route)
        .forEach(
            refusal ->
                responses.set(
                    String.valueOf(refusal.status()),
                    Components.refer("responses", refusal.name())));
    return responses;
  }

  /** A text that is sent as it is says what it is, and is nothing else. */
  private void given(ObjectNode response, ContractId gives) {
    String file = catalog.schema(gives).path("contentMediaType").asText();
    if (file.isEmpty()) content(response, "application/json", gives);
    else response.putObject("content").putObject(file).set("schema", Components.refer(gives));
  }

  private static void events(ObjectNode body, ContractId event) {
    body.put("description", "One event or a batch; or data alone, with attributes in ce- headers.");
    ObjectNode content = body.putObject("content");
    for (String type : List.of("application/cloudevents+json", "application/cloudevents+cbor"))
      content.putObject(type).set("schema", Components.refer(event));
    content
        .putObject("application/cloudevents-batch+json")
        .putObject("schema")
        .put("type", "array")
        .put("maxItems", BATCH_EVENTS_MAX)
        .set("items", Components.refer(event));
    for (Format format : Format.values())
      content
          .putObject(format.mediaType())
          .putObject("schema")
          .put("description", "Data, as their contract has them in this form.");
  }

  /** No schema of JSON says how XML and Protocol Buffers look: each has its own beside it. */
  private void content(ObjectNode of, String json, ContractId contract) {
    ObjectNode content = of.putObject("content");
    content.putObject(json).set("schema", Components.refer(contract));
    for (Format format : Format.values())
      if (format != Format.JSON && forms.form(contract, format).isPresent())
        content
            .putObject(format.mediaType())
            .set("schema", format == Format.CBOR ? Components.refer(contract) : other(contract));
  }

  private static ObjectNode other(ContractId contract) {
    return Json.object().put("description", contract + " in this form.");
  }
}
