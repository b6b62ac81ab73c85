package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;

/** Where a request's document comes from: its body, or its query parameters. */
final class Documents {
  private final Catalog catalog;
  private final KnownForms forms;

  Documents(Catalog catalog, KnownForms forms) {
    this.catalog = catalog;
    this.forms = forms;
  }

  JsonNode of(Route<?, ?> route, Contract<?> takes, HttpRequest request) {
    return route.asksByQuery()
        ? ofQuery(takes, request.query())
        : forms.read(takes.id(), Negotiation.ofTheBody(request), request.body(), route.bytesMax());
  }

  /** Parameters are texts; where the contract says integer, one that looks like it becomes one. */
  private JsonNode ofQuery(Contract<?> takes, Map<String, String> query) {
    JsonNode properties = catalog.schema(takes.id()).path("properties");
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    query.forEach(
        (name, text) -> {
          boolean integer = properties.path(name).path("type").asText().equals("integer");
          if (integer && text.matches("-?[0-9]{1,18}")) document.put(name, Long.parseLong(text));
          else document.put(name, text);
        });
    return document;
  }
}
