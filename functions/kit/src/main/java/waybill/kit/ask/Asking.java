package waybill.kit.ask;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import waybill.kit.Limits;
import waybill.kit.ask.Wire.Got;
import waybill.kit.http.Request;

/** What all tries of one question share: on whose behalf, and the time that is left. */
final class Asking {
  private final Wire wire;
  private final Clock clock;
  private final Instant until;
  private final Map<String, String> headers;

  Asking(Wire wire, Clock clock, Request<?> onBehalf) {
    this.wire = wire;
    this.clock = clock;
    this.until = earlier(clock.instant().plus(Limits.ASK_DEADLINE), onBehalf.arrival().until());
    this.headers = passedOn(onBehalf);
  }

  private static Instant earlier(Instant one, Instant lambdas) {
    Instant other = lambdas.minus(Limits.LAST_WORD);
    return other.isBefore(one) ? other : one;
  }

  private static Map<String, String> passedOn(Request<?> request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("accept", "application/json");
    for (String name : new String[] {"authorization", "x-correlation-id", "traceparent"})
      if (!request.header(name).isEmpty()) headers.put(name, request.header(name));
    return headers;
  }

  /** Asks once more where that may help; nothing if there was no answer that decides anything. */
  Optional<Got> get(String url) {
    Optional<Got> first = once(url, share(left()));
    return first.isPresent() ? first : once(url, left());
  }

  /** A first try that hangs leaves time for a second one. */
  private static Duration share(Duration left) {
    return left.multipliedBy(3).dividedBy(5);
  }

  private Optional<Got> once(String url, Duration patience) {
    if (patience.toMillis() <= 0) return Optional.empty();
    try {
      return Optional.of(wire.get(URI.create(url), headers, patience))
          .filter(got -> got.status() < 500);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Duration left() {
    return Duration.between(clock.instant(), until);
  }
}
