package waybill.exchange.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.exchange.ledger.Head;
import waybill.kit.commit.Key;

/** What a subscriber stated last about a key of a source: how far it is, and to which ends. */
record Heard(long watermark, long handled, long refused, long skipped, Instant at) {
  static final String PLACES = "heard~";

  static Key keyOf(String subscription, String source, String key) {
    return new Key(Head.keyOf(source, key).partition(), PLACES + subscription);
  }

  static boolean isAt(Key key) {
    return key.place().startsWith(PLACES);
  }

  static String subscriptionOf(Key key) {
    return key.place().substring(PLACES.length());
  }

  boolean isThrough(long sequence) {
    return sequence <= watermark;
  }

  boolean isNewerThan(@Nullable Heard other) {
    return other == null || at.isAfter(other.at);
  }
}
