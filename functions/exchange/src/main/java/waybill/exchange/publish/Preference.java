package waybill.exchange.publish;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import waybill.kit.Limits;

/** How long the caller would wait for the deliveries ({@code Prefer: wait=5}, RFC 7240). */
record Preference(Duration patience) {
  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:$|[,;])");

  static Preference of(String prefer) {
    Matcher found = WAIT.matcher(prefer);
    if (!found.find()) return new Preference(Duration.ZERO);
    Duration asked = Duration.ofSeconds(Long.parseLong(found.group(1)));
    Duration most = Limits.PREFERRED_WAIT_MAX;
    return new Preference(asked.compareTo(most) < 0 ? asked : most);
  }

  boolean isWaiting() {
    return !patience.isZero();
  }

  String applied() {
    return "wait=" + patience.toSeconds();
  }
}
