package waybill.exchange.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Letters whose content does not matter. */
final class Letters {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  static Letter to(URI address) {
    return at(address, NOW);
  }

  static Letter at(URI address, Instant timestamp) {
    return of(address, timestamp, "{\"name\":\"Zoë\"}");
  }

  static Letter of(URI address, Instant timestamp, String body) {
    return new Letter(
        address,
        "users~u1~7",
        timestamp,
        body,
        List.of(SECRET),
        Map.of("content-type", "application/cloudevents+json"));
  }

  private Letters() {}
}
