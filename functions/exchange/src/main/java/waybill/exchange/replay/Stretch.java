package waybill.exchange.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of one key's messages that is replayed, and how far it is.
 *
 * @param high the last of them
 * @param at the next to look at
 * @param sent the one that is on its way again; 0 if none is
 * @param seen when its delivery had changed last before it was sent
 * @param copies how many new messages were made
 * @param told what became of so many of these is counted
 * @param blocked one of them is parked, and what is behind it waits with it
 */
record Stretch(
    long low,
    long high,
    long at,
    long sent,
    @Nullable Instant seen,
    long copies,
    long told,
    boolean blocked) {

  static Stretch of(long sequence) {
    return new Stretch(sequence, sequence, sequence, 0, null, 0, 0, false);
  }

  /** While it is still being found, nothing was done with it. */
  Stretch and(long lowest, long highest) {
    long from = Math.min(low, lowest);
    return new Stretch(from, Math.max(high, highest), from, 0, null, 0, 0, false);
  }

  boolean hasMore() {
    return at <= high;
  }

  boolean isUnderWay() {
    return sent == at;
  }

  Stretch past() {
    return new Stretch(low, high, at + 1, 0, null, copies, told, blocked);
  }

  Stretch sent(Instant lastSeen) {
    return new Stretch(low, high, at, at, lastSeen, copies, told, blocked);
  }

  Stretch copied(long number) {
    return new Stretch(low, high, at + 1, 0, null, number, told, blocked);
  }

  Stretch toldOne() {
    return new Stretch(low, high, at, sent, seen, copies, told + 1, blocked);
  }

  Stretch stuck() {
    return new Stretch(low, high, at, sent, seen, copies, told, true);
  }
}
