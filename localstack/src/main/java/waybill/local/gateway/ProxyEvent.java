package waybill.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Ground;

/** The event of payload format 2.0, as API Gateway builds it. */
final class ProxyEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private final HttpExchange exchange;
  private final Routes.Match match;
  private final Instant now;
  private final String requestId = UUID.randomUUID().toString();

  ProxyEvent(HttpExchange exchange, Routes.Match match, Instant now) {
    this.exchange = exchange;
    this.match = match;
    this.now = now;
  }

  String requestId() {
    return requestId;
  }

  /** What the route's own function gets. */
  ObjectNode json(Authorizer.Passed passed, byte[] body) {
    var event = request();
    if (passed.told() != null) {
      ((ObjectNode) event.path("requestContext")).set("authorizer", passed.told());
    }
    body(event, body, headers().get("content-type"));
    return event;
  }

  /** What an authorizer gets: everything but the body. */
  ObjectNode asked(List<String> identity) {
    var event = request();
    event.put("type", "REQUEST");
    event.put(
        "routeArn",
        "arn:aws:execute-api:%s:%s:local/$default/%s%s"
            .formatted(
                Ground.REGION,
                Ground.ACCOUNT,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath()));
    event.set("identitySource", JSON.valueToTree(identity));
    return event;
  }

  /** The values of identity sources; null if one of them is not there. */
  @Nullable List<String> identity(List<String> sources) {
    var values = new ArrayList<String>();
    for (var source : sources) {
      var value =
          source.equals("$context.routeKey")
              ? match.route().key()
              : exchange
                  .getRequestHeaders()
                  .getFirst(source.substring("$request.header.".length()));
      if (value == null || value.isBlank()) return null;
      values.add(value);
    }
    return values;
  }

  private ObjectNode request() {
    var uri = exchange.getRequestURI();
    var headers = headers();
    var event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", match.route().key());
    event.put("rawPath", uri.getRawPath());
    event.put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
    cookies(event);
    event.set("headers", JSON.valueToTree(headers));
    var query = query(uri.getRawQuery());
    if (!query.isEmpty()) event.set("queryStringParameters", JSON.valueToTree(query));
    event.set("requestContext", context(headers));
    if (!match.parameters().isEmpty()) {
      event.set("pathParameters", JSON.valueToTree(match.parameters()));
    }
    return event;
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    headers.remove("connection");
    headers.put("x-forwarded-for", sourceIp());
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    headers.putIfAbsent("x-amzn-trace-id", "Root=1-" + trace());
    return headers;
  }

  private String trace() {
    var id = requestId.replace("-", "");
    return "%08x-%s".formatted(now.getEpochSecond(), id.substring(0, 24));
  }

  private String sourceIp() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  private void cookies(ObjectNode event) {
    Headers headers = exchange.getRequestHeaders();
    if (!headers.containsKey("Cookie")) return;
    var cookies = event.putArray("cookies");
    for (var header : headers.get("Cookie")) {
      for (var cookie : header.split(";\\s*", -1)) cookies.add(cookie);
    }
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new LinkedHashMap<String, String>();
    if (raw == null || raw.isEmpty()) return query;
    for (var pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = Routes.decode(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : Routes.decode(pair.substring(equals + 1));
      query.merge(name, value, (before, after) -> before + "," + after);
    }
    return query;
  }

  private ObjectNode context(Map<String, String> headers) {
    var context = JSON.createObjectNode();
    var route = match.route();
    context.put("accountId", Ground.ACCOUNT).put("apiId", "local");
    context.put("domainName", headers.getOrDefault("host", "localhost"));
    context.put("domainPrefix", "local");
    var http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getRawPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", sourceIp());
    http.put("userAgent", headers.getOrDefault("user-agent", ""));
    context.put("requestId", requestId).put("routeKey", route.key()).put("stage", "$default");
    context.put("time", TIME.format(now.atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static void body(ObjectNode event, byte[] body, @Nullable String contentType) {
    var text = isText(contentType) && isUtf8(body);
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  /** What is no text goes on byte by byte: decoding would replace what it cannot read. */
  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) return false;
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.endsWith("+json")
        || type.endsWith("+xml")
        || List.of("application/json", "application/xml", "application/javascript").contains(type);
  }
}
