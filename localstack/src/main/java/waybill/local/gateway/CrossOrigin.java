package waybill.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.local.template.Cors;

/** What a browser is told about pages of other origins, as API Gateway tells it. */
record CrossOrigin(Cors cors) {

  boolean isPreflight(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    return exchange.getRequestMethod().equals("OPTIONS")
        && headers.containsKey("Origin")
        && headers.containsKey("Access-Control-Request-Method");
  }

  /** No function is asked; an origin that is not allowed learns nothing. */
  ProxyAnswer preflight() {
    return new ProxyAnswer(204, Map.of(), new byte[0]);
  }

  Map<String, List<String>> headers(HttpExchange exchange) {
    var origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin == null || !cors.origins().contains(origin)) return Map.of();
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put("access-control-allow-origin", List.of(origin));
    if (isPreflight(exchange)) {
      headers.put("access-control-allow-methods", List.of(String.join(",", cors.methods())));
      headers.put("access-control-allow-headers", List.of(String.join(",", cors.headers())));
    } else {
      headers.put("access-control-expose-headers", List.of(String.join(",", cors.exposed())));
    }
    return headers;
  }
}
