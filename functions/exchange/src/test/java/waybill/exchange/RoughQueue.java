package waybill.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import waybill.exchange.ledger.Entry;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/**
 * A FIFO queue as bad as SQS may be, and worse: groups are kept in order and locked while one works
 * on them, copies are dropped; but a lock may run out under the one who works, and a test may lose,
 * shuffle or refuse what stands in it.
 */
final class RoughQueue implements Queue {
  private static final int RECEIVES_MAX = 5;
  private static final int BATCH_MAX = 3;

  private final Random random;
  private final UnaryOperator<Parcel> onTheWay;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> remembered = new HashSet<>();
  private final List<Parcel> dead = new ArrayList<>();
  private double refusing;

  private static final class Entry {
    private final Parcel parcel;
    private int receives;
    private Optional<Batch> holder = Optional.empty();

    private Entry(Parcel parcel) {
      this.parcel = parcel;
    }
  }

  /** What one invocation was given, and holds until it is done or its time is over. */
  static final class Batch {
    private final List<Entry> entries;

    private Batch(List<Entry> entries) {
      this.entries = entries;
    }

    List<Parcel> parcels() {
      return entries.stream().map(entry -> entry.parcel).toList();
    }

    List<Integer> receives() {
      return entries.stream().map(entry -> entry.receives).toList();
    }
  }

  RoughQueue(Random random, UnaryOperator<Parcel> onTheWay) {
    this.random = random;
    this.onTheWay = onTheWay;
  }

  @Override
  public Set<Integer> send(List<Parcel> batch) {
    Set<Integer> refused = new HashSet<>();
    for (int at = 0; at < batch.size(); at++) {
      Parcel parcel = batch.get(at);
      if (random.nextDouble() < refusing) refused.add(at);
      else if (remembered.add(parcel.group() + parcel.deduplication()))
        entries.add(new Entry(onTheWay.apply(parcel)));
    }
    return refused;
  }

  /** The first of what nobody works on; what was received too often is given up. */
  Optional<Batch> receive() {
    Set<String> locked = new HashSet<>();
    List<Entry> taken = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.holder.isPresent()) locked.add(entry.parcel.group());
      else if (!locked.contains(entry.parcel.group()) && taken.size() < BATCH_MAX) taken.add(entry);
    }
    for (Entry entry : taken) if (entry.receives == RECEIVES_MAX) dead.add(entry.parcel);
    entries.removeIf(entry -> taken.contains(entry) && entry.receives == RECEIVES_MAX);
    taken.removeIf(entry -> entry.receives++ == RECEIVES_MAX);
    Batch batch = new Batch(taken);
    taken.forEach(entry -> entry.holder = Optional.of(batch));
    return taken.isEmpty() ? Optional.empty() : Optional.of(batch);
  }

  /** What was given up, for whoever takes it as a dead letter. */
  List<Parcel> dead() {
    List<Parcel> given = List.copyOf(dead);
    dead.clear();
    return given;
  }

  /** Failed ones come again; whose time was over, deletes nothing. */
  void done(Batch batch, Set<Integer> failed) {
    for (int at = 0; at < batch.entries.size(); at++) {
      Entry entry = batch.entries.get(at);
      if (entry.holder.filter(batch::equals).isEmpty()) continue;
      entry.holder = Optional.empty();
      if (!failed.contains(at)) entries.remove(entry);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void refuse(double share) {
    refusing = share;
  }

  /** The five minutes are over. */
  void forget() {
    remembered.clear();
  }

  void shuffle() {
    Collections.shuffle(entries, random);
  }

  void purge() {
    entries.clear();
  }

  void loseOne() {
    if (!entries.isEmpty()) entries.remove(random.nextInt(entries.size()));
  }

  /** Somebody's time is over, although he may still work. */
  void letGo(double share) {
    for (Entry entry : entries) if (random.nextDouble() < share) entry.holder = Optional.empty();
  }
}
