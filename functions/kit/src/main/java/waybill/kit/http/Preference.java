package waybill.kit.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import waybill.kit.Limits;

/**
 * How long the caller would wait for the end of what is begun ({@code Prefer: wait=5}, RFC 7240).
 */
public record Preference(Duration patience) {
  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:$|[,;])");

  public static Preference of(Request<?> request) {
    Matcher found = WAIT.matcher(request.header("prefer"));
    if (!found.find()) return new Preference(Duration.ZERO);
    Duration asked = Duration.ofSeconds(Long.parseLong(found.group(1)));
    Duration most = Limits.PREFERRED_WAIT_MAX;
    return new Preference(asked.compareTo(most) < 0 ? asked : most);
  }

  public boolean isWaiting() {
    return !patience.isZero();
  }

  /** The header that says so: {@code Preference-Applied}. */
  public String applied() {
    return "wait=" + patience.toSeconds();
  }
}
