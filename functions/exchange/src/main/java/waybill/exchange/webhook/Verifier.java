package waybill.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import waybill.kit.Limits;

/**
 * What a receiver does: it looks at the bytes as they came (a document that was read and written
 * again is another), at the age of the attempt, and compares in constant time. Then it keeps the
 * {@code webhook-id} to know a letter that comes again.
 */
public final class Verifier {
  private final Secret secret;
  private final Clock clock;

  public Verifier(Secret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** Empty if the letter is genuine and fresh, else what is wrong with it. */
  public Optional<String> refusal(Map<String, String> headers, byte[] body) {
    Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.putAll(headers);
    String id = given.getOrDefault(Signature.ID, "");
    String seconds = given.getOrDefault(Signature.TIMESTAMP, "");
    String signatures = given.getOrDefault(Signature.SIGNATURE, "");
    if (id.isEmpty() || signatures.isEmpty() || !seconds.matches("[0-9]{1,12}"))
      return Optional.of("headers are missing or not well-formed");
    if (isOutOfTime(Long.parseLong(seconds)))
      return Optional.of("the timestamp is more than 5 minutes away");
    if (!signed(signatures, Signature.encoded(id, seconds, body, secret)))
      return Optional.of("no signature matches");
    return Optional.empty();
  }

  private boolean isOutOfTime(long seconds) {
    Duration away = Duration.ofSeconds(clock.instant().getEpochSecond() - seconds).abs();
    return away.compareTo(Limits.WEBHOOK_TOLERANCE) > 0;
  }

  private static boolean signed(String signatures, String expected) {
    return Stream.of(signatures.split(" "))
        .anyMatch(
            given -> MessageDigest.isEqual(bytes(given), bytes(Signature.VERSION + expected)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
