package waybill.exchange.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.exchange.ledger.Head;
import waybill.kit.commit.Key;

/**
 * What a source stated last about a key: how much it committed, and what of it is unsent. Stands
 * beside the key's head, so that it is found even if nothing was ever routed.
 */
record Said(long sequence, List<Long> unsent, Instant at) {
  static final String PLACE = "said";

  static Key keyOf(String source, String key) {
    return new Key(Head.keyOf(source, key).partition(), PLACE);
  }

  boolean knows(long number) {
    return number <= sequence;
  }

  boolean isNewerThan(@Nullable Said other) {
    return other == null || at.isAfter(other.at);
  }
}
