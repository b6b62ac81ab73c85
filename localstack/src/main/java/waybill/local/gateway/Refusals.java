package waybill.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What API Gateway says itself, in its own words. */
final class Refusals {
  private static final int DRAINED_BYTES_MAX = 32 * 1024 * 1024;
  private static final Map<String, List<String>> CLOSING = Map.of("connection", List.of("close"));

  static final ProxyAnswer NOT_FOUND = ProxyAnswer.refusal(404, "Not Found");
  static final ProxyAnswer BROKEN = ProxyAnswer.refusal(500, "Internal Server Error");
  static final ProxyAnswer UNAVAILABLE = ProxyAnswer.refusal(503, "Service Unavailable");

  /** Behind what can't be read there may be more of the kind. */
  static final ProxyAnswer UNREADABLE = ProxyAnswer.refusal(400, "Bad Request", CLOSING);

  private Refusals() {}

  static ProxyAnswer of(Authorizer.Verdict verdict) {
    if (verdict instanceof Authorizer.Unauthorized it)
      return ProxyAnswer.refusal(401, "Unauthorized", challenge(it.challenge()));
    if (verdict instanceof Authorizer.Forbidden it)
      return ProxyAnswer.refusal(403, "Forbidden", challenge(it.challenge()));
    return BROKEN;
  }

  private static Map<String, List<String>> challenge(@Nullable String challenge) {
    return challenge == null ? Map.of() : Map.of("www-authenticate", List.of(challenge));
  }

  /** Reads on for a while, since who is cut off while sending never sees the answer. */
  static ProxyAnswer tooLarge(InputStream rest) throws IOException {
    var buffer = new byte[64 * 1024];
    int drained = 0;
    for (int n = rest.read(buffer); n > 0 && drained < DRAINED_BYTES_MAX; n = rest.read(buffer))
      drained += n;
    return ProxyAnswer.refusal(413, "Request Entity Too Large", CLOSING);
  }
}
