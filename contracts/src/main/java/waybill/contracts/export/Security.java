package waybill.contracts.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import waybill.contracts.Json;
import waybill.contracts.RouteEntry;
import waybill.contracts.ServiceEntry;

/** Who gets through to a route: machines by scope, people by the one scope that they all have. */
final class Security {
  private static final String OF_MACHINES = "waybill/";

  private Security() {}

  /** One of its parts is enough; without any part the route is public. */
  static ArrayNode of(RouteEntry route) {
    ArrayNode security = Json.object().putArray("security");
    List<String> scopes = route.scopes().stream().filter(Security::isOfMachines).toList();
    for (String scope : scopes) security.addObject().putArray("machines").add(scope);
    if (scopes.size() < route.scopes().size()) security.addObject().putArray("people");
    return security;
  }

  static ObjectNode schemes(List<ServiceEntry> services, String tokenUrl) {
    ObjectNode schemes = Json.object();
    ObjectNode machines =
        schemes
            .putObject("machines")
            .put("type", "oauth2")
            .put("description", "A client of a service, by its client credentials.");
    ObjectNode flow =
        machines.putObject("flows").putObject("clientCredentials").put("tokenUrl", tokenUrl);
    ObjectNode scopes = flow.putObject("scopes");
    TreeSet<String> names = new TreeSet<>();
    for (ServiceEntry service : services)
      for (RouteEntry route : service.routes()) names.addAll(route.scopes());
    names.stream().filter(Security::isOfMachines).forEach(name -> scopes.put(name, says(name)));
    schemes
        .putObject("people")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put("description", "A person's access token; the function looks at the person's groups.");
    return schemes;
  }

  private static boolean isOfMachines(String scope) {
    return scope.startsWith(OF_MACHINES);
  }

  private static String says(String scope) {
    return switch (scope) {
      case "waybill/publish" -> "Say something in the name of one's own service";
      case "waybill/subscribe" -> "Receive what other services say";
      case "waybill/register" -> "Change the contracts and the entry of one's own service";
      case "waybill/read" -> "Look things up";
      default -> scope;
    };
  }
}
