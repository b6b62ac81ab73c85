package waybill.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.PrintStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template's access log, of what the gateway refused by itself: what a function answered stands
 * in its own log.
 */
final class AccessLog {
  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z_.]+)");

  private final @Nullable String format;
  private final PrintStream out;

  AccessLog(@Nullable String format, PrintStream out) {
    this.format = format;
    this.out = out;
  }

  void refused(HttpExchange exchange, Routes.@Nullable Match match, ProxyAnswer answer) {
    if (format == null) return;
    var requestId = exchange.getResponseHeaders().getFirst("apigw-requestid");
    var known =
        Map.of(
            "requestId",
            requestId == null ? "-" : requestId,
            "routeKey",
            match == null ? "-" : match.route().key(),
            "status",
            String.valueOf(answer.status()),
            "error.message",
            answer.refusal());
    out.println(
        VARIABLE
            .matcher(format)
            .replaceAll(at -> Matcher.quoteReplacement(known.getOrDefault(at.group(1), "-"))));
  }
}
