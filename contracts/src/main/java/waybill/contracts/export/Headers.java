package waybill.contracts.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.contracts.Json;
import waybill.contracts.RouteEntry;

/** Headers that routes have in common. */
final class Headers {
  private static final String CORRELATION = "^[A-Za-z0-9._:-]{1,128}$";

  /** The one resource that says of itself that its end has been announced. */
  private static final String A_VERSION = "GET /contracts/{name}/versions/{version}";

  private Headers() {}

  static ObjectNode ofRequests() {
    ObjectNode headers = Json.object();
    header(
        headers,
        "idempotency-key",
        "Idempotency-Key",
        "The same request under the same key is answered as the first, for 24 hours.",
        "^[!-~]{1,255}$");
    header(
        headers,
        "correlation-id",
        "x-correlation-id",
        "Goes with all that comes of the request; one is drawn where it is missing.",
        CORRELATION);
    return headers;
  }

  private static void header(
      ObjectNode headers, String key, String name, String description, String pattern) {
    headers
        .putObject(key)
        .put("name", name)
        .put("in", "header")
        .put("description", description)
        .putObject("schema")
        .put("type", "string")
        .put("pattern", pattern);
  }

  static ObjectNode ofAnswers() {
    ObjectNode headers = Json.object();
    text(headers, "correlation-id", "Leads to the log, and to the messages of the request.")
        .put("pattern", CORRELATION);
    text(headers, "messages", "The ids of what the request said, in order, with commas between.");
    text(headers, "location", "Where what was made is found.");
    text(headers, "etag", "Names the content; it is strong.");
    text(headers, "deprecation", "Since when its end is announced (RFC 9745).");
    text(headers, "sunset", "From when nobody may count on it (RFC 8594).");
    text(headers, "retry-after", "After how many seconds to ask again.");
    return headers;
  }

  private static ObjectNode text(ObjectNode headers, String key, String description) {
    return headers
        .putObject(key)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  static boolean hasEtag(RouteEntry route) {
    return route.route().equals(A_VERSION) || route.path().endsWith(".json");
  }

  static ObjectNode of(RouteEntry route, int status) {
    ObjectNode headers = Json.object();
    headers.set("x-correlation-id", Components.refer("headers", "correlation-id"));
    if (!route.method().equals("GET"))
      headers.set("Waybill-Messages", Components.refer("headers", "messages"));
    if (status == 201 || status == 202)
      headers.set("Location", Components.refer("headers", "location"));
    if (hasEtag(route)) headers.set("ETag", Components.refer("headers", "etag"));
    if (route.route().equals(A_VERSION)) {
      headers.set("Deprecation", Components.refer("headers", "deprecation"));
      headers.set("Sunset", Components.refer("headers", "sunset"));
    }
    return headers;
  }
}
