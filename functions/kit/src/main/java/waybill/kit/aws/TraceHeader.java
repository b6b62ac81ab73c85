package waybill.kit.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's {@code traceparent} as X-Ray writes it, so that whoever the queue wakes goes on with
 * the trace that the message belongs to. It is a hint: nothing is decided by it.
 */
final class TraceHeader {
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "\"traceparent\":\"00-([0-9a-f]{8})([0-9a-f]{24})-([0-9a-f]{16})-[0-9a-f]([0-9a-f])\"");

  private TraceHeader() {}

  static Optional<String> of(String body) {
    Matcher found = TRACEPARENT.matcher(body);
    if (!found.find()) return Optional.empty();
    boolean isSampled = (Integer.parseInt(found.group(4), 16) & 1) == 1;
    return Optional.of(
        "Root=1-%s-%s;Parent=%s;Sampled=%d"
            .formatted(found.group(1), found.group(2), found.group(3), isSampled ? 1 : 0));
  }
}
