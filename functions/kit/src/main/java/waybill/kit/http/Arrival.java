package waybill.kit.http;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Where a request came in, and until when it can be answered.
 *
 * @param base the deployment's own address as the caller used it, without a slash at its end; empty
 *     where the gateway does not tell
 */
public record Arrival(String base, Instant until) {
  static final Arrival UNKNOWN = new Arrival("", Instant.MAX);

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[1-9][0-9]{0,4})?");
  private static final Pattern DOMAIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:[1-9][0-9]{0,4})?");

  /** An HTTP API answers HTTPS only; one machine talks to itself in the clear. */
  static Arrival at(String domain, Instant until) {
    if (LOOPBACK.matcher(domain).matches()) return new Arrival("http://" + domain, until);
    return new Arrival(DOMAIN.matcher(domain).matches() ? "https://" + domain : "", until);
  }
}
