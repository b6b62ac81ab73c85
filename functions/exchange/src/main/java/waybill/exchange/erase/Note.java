package waybill.exchange.erase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Erasure;
import waybill.exchange.ledger.Erased;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/** Who erased what: kept for ever. */
record Note(
    String job,
    @Nullable String source,
    String key,
    String reason,
    String by,
    Instant at,
    long erased,
    @Nullable Instant ended) {
  static final String LIST = "erasures";

  static Key keyOf(String job) {
    return new Key("erasure~" + job, "erasure");
  }

  Place listed() {
    return Place.byTime(LIST, at, job);
  }

  Erased why() {
    return new Erased(at, by, reason);
  }

  Note ended(long count, Instant now) {
    return new Note(job, source, key, reason, by, at, count, now);
  }

  Erasure shown() {
    return new Erasure(job, source, key, reason, by, at, erased, ended);
  }
}
