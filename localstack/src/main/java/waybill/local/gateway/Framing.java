package waybill.local.gateway;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a request's head can be read in one way only; what is left to guess, somebody abuses. */
final class Framing {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private Framing() {}

  static boolean isPlain(Headers headers) {
    return hasOneLength(headers) && headers.values().stream().allMatch(Framing::isText);
  }

  private static boolean hasOneLength(Headers headers) {
    var lengths = headers.getOrDefault("Content-Length", List.of());
    if (lengths.isEmpty()) return true;
    return lengths.size() == 1
        && DIGITS.matcher(lengths.get(0)).matches()
        && !headers.containsKey("Transfer-Encoding");
  }

  private static boolean isText(List<String> values) {
    return values.stream().allMatch(Framing::isText);
  }

  private static boolean isText(String value) {
    return value.chars().allMatch(at -> at == '\t' || (at >= ' ' && at != 0x7f));
  }
}
