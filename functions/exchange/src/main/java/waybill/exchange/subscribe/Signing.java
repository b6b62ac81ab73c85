package waybill.exchange.subscribe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What requests to a webhook are signed with: two secrets for a day after one was exchanged, so
 * that the receiver may take its time.
 */
public record Signing(String secret, @Nullable String before, @Nullable Instant beforeUntil) {
  private static final Duration OVERLAP = Duration.ofDays(1);

  public static Signing with(String secret) {
    return new Signing(secret, null, null);
  }

  public Signing exchangedFor(String fresh, Instant now) {
    return new Signing(fresh, secret, now.plus(OVERLAP));
  }

  public List<String> at(Instant now) {
    return before != null && beforeUntil != null && now.isBefore(beforeUntil)
        ? List.of(secret, before)
        : List.of(secret);
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "Signing[…]";
  }
}
