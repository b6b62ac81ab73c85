package waybill.kit.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to: by its own word, or else by what the gateway tells X-Ray.
 */
final class TraceParent {
  private static final Pattern OWN =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern ROOT =
      Pattern.compile("(?:^|;)Root=1-([0-9a-f]{8})-([0-9a-f]{8}([0-9a-f]{16}))(?:;|$)");
  private static final Pattern PARENT = Pattern.compile("(?:^|;)Parent=([0-9a-f]{16})(?:;|$)");

  private TraceParent() {}

  static @Nullable String of(HttpRequest request) {
    return request
        .header("traceparent")
        .filter(text -> OWN.matcher(text).matches())
        .orElseGet(() -> ofXRay(request.header("x-amzn-trace-id").orElse("")));
  }

  /** Where nobody is named as parent, the trace's own id stands for who began it. */
  private static @Nullable String ofXRay(String header) {
    Matcher root = ROOT.matcher(header);
    if (!root.find()) return null;
    Matcher parent = PARENT.matcher(header);
    String began = parent.find() ? parent.group(1) : root.group(3);
    String sampled = header.contains("Sampled=0") ? "00" : "01";
    return "00-" + root.group(1) + root.group(2) + "-" + began + "-" + sampled;
  }
}
