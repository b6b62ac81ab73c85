package waybill.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Ground;

/** The event of payload format 2.0, as API Gateway builds it. */
final class ProxyEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private final HttpExchange exchange;
  private final Routes.Match match;
  private final Authorizer.Passed passed;
  private final Instant now;
  private final String requestId = UUID.randomUUID().toString();

  ProxyEvent(HttpExchange exchange, Routes.Match match, Authorizer.Passed passed, Instant now) {
    this.exchange = exchange;
    this.match = match;
    this.passed = passed;
    this.now = now;
  }

  String requestId() {
    return requestId;
  }

  ObjectNode json(byte[] body) {
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
    body(event, body, headers.get("content-type"));
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
    authorizer(context);
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

  private void authorizer(ObjectNode context) {
    var claims = passed.claims();
    if (claims == null) return;
    var jwt = context.putObject("authorizer").putObject("jwt");
    jwt.set("claims", JSON.valueToTree(texts(claims)));
    jwt.set("scopes", passed.scopes().isEmpty() ? null : JSON.valueToTree(passed.scopes()));
  }

  /** Claims reach a function as texts, whatever they were. */
  private static Map<String, String> texts(JWTClaimsSet claims) {
    var texts = new LinkedHashMap<String, String>();
    claims.getClaims().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Date date) return String.valueOf(date.toInstant().getEpochSecond());
    return String.valueOf(value);
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
