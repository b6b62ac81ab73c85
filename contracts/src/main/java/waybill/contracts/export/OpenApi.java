package waybill.contracts.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.RouteEntry;
import waybill.contracts.ServiceEntry;
import waybill.contracts.form.Forms;

/** All routes of a catalog's services, as an OpenAPI 3.1 document. */
public final class OpenApi {
  private final Catalog catalog;
  private final List<ServiceEntry> services;

  private OpenApi(Catalog catalog) {
    this.catalog = catalog;
    this.services = catalog.services();
  }

  /**
   * @param tokenUrl where a machine gets its token
   */
  public static ObjectNode of(Catalog catalog, String tokenUrl) {
    return new OpenApi(catalog).document(tokenUrl);
  }

  private ObjectNode document(String tokenUrl) {
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document.set("info", Components.info("The routes of a data exchange and of its services."));
    document.putArray("servers").addObject().put("url", "/");
    for (ServiceEntry service : services)
      if (!service.routes().isEmpty())
        document
            .withArray("/tags")
            .addObject()
            .put("name", service.name())
            .put("description", service.summary());
    document.set("paths", paths());
    document.set("components", components(tokenUrl));
    return document;
  }

  private ObjectNode paths() {
    ObjectNode paths = Json.object();
    Forms forms = Forms.of(catalog);
    for (ServiceEntry service : services)
      for (RouteEntry route : service.routes())
        paths
            .withObjectProperty(route.path())
            .set(
                route.method().toLowerCase(Locale.ROOT),
                new Operation(catalog, forms, service.name(), route).document());
    return paths;
  }

  private ObjectNode components(String tokenUrl) {
    ObjectNode components = Json.object();
    components.set("schemas", Components.schemas(catalog, schemas()));
    components.withObjectProperty("schemas").set("refusal-of-the-gateway", Refusals.ofTheGateway());
    components.set("parameters", Headers.ofRequests());
    components.set("headers", Headers.ofAnswers());
    components.set("responses", Refusals.all());
    components.set("securitySchemes", Security.schemes(services, tokenUrl));
    return components;
  }

  /** Query parameters stand where they are used, so only what is in a body is shared. */
  private Set<ContractId> schemas() {
    Set<ContractId> ids = new TreeSet<>(Set.of(Refusals.PROBLEM));
    services.stream()
        .flatMap(service -> service.routes().stream())
        .flatMap(
            route ->
                Operation.hasBody(route)
                    ? Stream.of(route.takes(), route.gives())
                    : Stream.of(route.gives()))
        .forEach(ids::add);
    return ids;
  }
}
