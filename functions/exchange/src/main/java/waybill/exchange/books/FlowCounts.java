package waybill.exchange.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Service;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;
import waybill.kit.log.Log;

/**
 * Counts what was routed and what has ended, by contract: one addition for a whole batch. What gets
 * lost here is set right by the next audit; nothing waits for it and nothing fails by it.
 */
public final class FlowCounts implements Ledger.Ends {
  /** How many rows share the additions of one moment. */
  static final int SHARDS = 4;

  static final Duration BUCKET = Duration.ofSeconds(10);
  static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(2);
  static final String PRODUCED = "produced";
  private final Counters counters;
  private final Clock clock;
  private final Log log;
  private final Map<Key, Map<String, Long>> waiting = new HashMap<>();
  private int shard;

  public FlowCounts(Counters counters, Service exchange) {
    this.counters = counters;
    this.clock = exchange.clock();
    this.log = exchange.log();
    this.shard = Math.floorMod(System.identityHashCode(this), SHARDS);
  }

  static Instant bucketOf(Instant at) {
    long bucket = BUCKET.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), bucket) * bucket);
  }

  static String partitionOf(String contract, int shard) {
    return "flow~" + contract + "~" + shard;
  }

  static String placeOf(Instant bucket) {
    return "at~" + Place.atTime(bucket);
  }

  static Instant bucketAt(String place) {
    return Instant.ofEpochMilli(Long.parseLong(place.substring("at~".length())));
  }

  static String nameOf(String subscription, DeliveryState end) {
    return subscription + "~" + end.name().toLowerCase(Locale.ROOT);
  }

  public synchronized void routed(String contract, Collection<String> subscriptions) {
    for (String one : subscriptions) count(contract, clock.instant(), one + "~" + PRODUCED);
  }

  /** By the time at which it ended, unless its receipt comes too late for that. */
  @Override
  public synchronized void ended(Key delivery, Delivery ended) {
    Instant now = clock.instant();
    boolean inTime = ended.at().isAfter(now.minus(LATE)) && !ended.at().isAfter(now);
    String subscription = Delivery.subscriptionOf(delivery);
    count(ended.kept().contract(), inTime ? ended.at() : now, nameOf(subscription, ended.state()));
  }

  private void count(String contract, Instant at, String name) {
    Key row = new Key(partitionOf(contract, shard), placeOf(bucketOf(at)));
    waiting.computeIfAbsent(row, any -> new HashMap<>()).merge(name, 1L, Long::sum);
  }

  /** At the end of a batch. */
  public synchronized void flush() {
    Instant until = clock.instant().plus(KEPT);
    try {
      waiting.forEach((row, counts) -> counters.add(row, counts, until));
    } catch (RuntimeException e) {
      log.warn("flows were not counted; the next audit sets them right");
    }
    waiting.clear();
    shard = (shard + 1) % SHARDS;
  }
}
