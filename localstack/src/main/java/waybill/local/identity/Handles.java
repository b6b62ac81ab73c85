package waybill.local.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Things by a text that nobody guesses, for a while: codes and refresh tokens. */
final class Handles<T> {
  private static final int KEPT_MAX = 10_000;

  private final Clock clock;
  private final Duration life;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Held<T>> held =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held<T>> eldest) {
          return size() > KEPT_MAX;
        }
      };

  Handles(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  private record Held<T>(T thing, Instant until) {}

  static String unguessable(SecureRandom random) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  synchronized String handle(T thing) {
    var handle = unguessable(random);
    held.put(handle, new Held<>(thing, clock.instant().plus(life)));
    return handle;
  }

  synchronized Optional<T> find(String handle) {
    return Optional.ofNullable(held.get(handle))
        .filter(one -> one.until().isAfter(clock.instant()))
        .map(Held::thing);
  }

  /** Found once, and never again. */
  synchronized Optional<T> take(String handle) {
    var found = find(handle);
    held.remove(handle);
    return found;
  }
}
