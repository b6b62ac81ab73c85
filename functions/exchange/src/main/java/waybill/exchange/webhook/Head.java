package waybill.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waybill.kit.Limits;

/** The head of an answer; of a header that comes twice the first counts. */
record Head(int status, Map<String, String> headers) {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Interim answers (100, 103) are passed over; all heads together have one limit. */
  static Head read(InputStream in) throws IOException {
    Lines lines = new Lines(in, Limits.WEBHOOK_HEAD_BYTES_MAX);
    while (true) {
      Head head = next(lines);
      if (head.status / 100 != 1) return head;
      if (head.status == 101) throw new BadAnswer("it changed the protocol");
    }
  }

  private static Head next(Lines lines) throws IOException {
    String first = lines.next();
    if (first == null) throw new BadAnswer("it closed the connection without an answer");
    Matcher matcher = STATUS_LINE.matcher(first);
    if (!matcher.matches()) throw new BadAnswer("its answer is not HTTP");
    return new Head(Integer.parseInt(matcher.group(1)), headers(lines));
  }

  private static Map<String, String> headers(Lines lines) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isEmpty()) return headers;
      int colon = line.indexOf(':');
      if (colon < 1) continue;
      headers.putIfAbsent(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new BadAnswer("it closed the connection without an answer");
  }
}
