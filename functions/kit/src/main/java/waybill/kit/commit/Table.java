package waybill.kit.commit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A service's own table. {@code TableContract} in the kit for tests says what it promises; the fake
 * and the adapter both keep it.
 */
public interface Table {

  /** As it is now, not as it was a moment ago. */
  Optional<Item> read(Key key);

  /** Those of them that are there, each as it is now; for a batch that looks at many. */
  default List<Item> readEach(Collection<Key> keys) {
    return keys.stream().flatMap(key -> read(key).stream()).toList();
  }

  /** The items of one partition whose place begins so, in the order of their places. */
  List<Item> under(String partition, String placePrefix, int limit);

  /** Those of them whose place is behind another one, in the order of their places. */
  List<Item> behind(String partition, String placePrefix, String place, int limit);

  /**
   * A list, newest place first. A cursor of another list, or none of ours, is an {@link
   * IllegalArgumentException}.
   */
  default Page<Item> list(String list, @Nullable String cursor, int limit) {
    return list(list, "", cursor, limit);
  }

  /** The part of a list whose places begin so. */
  Page<Item> list(String list, String placePrefix, @Nullable String cursor, int limit);

  /** The items that are related to it, whatever list they stand in, newest place first. */
  Page<Item> related(String to, @Nullable String cursor, int limit);

  /** All of it or, where an item has not the expected version, nothing: then false. */
  boolean write(Write write);

  /**
   * Writes that have nothing to do with each other: each succeeds or fails for itself, and a crash
   * may leave some of them.
   *
   * @return in their order, whether it was written
   */
  default List<Boolean> writeEach(List<Write> writes) {
    return writes.stream().map(this::write).toList();
  }

  /** Takes such entries out of an outbox; the item's version stays. */
  void clear(Key key, Predicate<Unsent> routed);

  /** Each outbox for itself. */
  default void clearEach(Map<Key, Predicate<Unsent>> routed) {
    routed.forEach(this::clear);
  }

  /** Its outbox waits until then; the item's version stays, and no stream reader is woken. */
  void waitUntil(Key key, Instant due);

  /** Nothing waits there any more. */
  void waitNoLonger(Key key, Instant due);

  /** What is due by then, the oldest first within its shard; of very much, the first part. */
  List<Item> due(Instant by);

  /**
   * All that is due by then, some at a time and of each shard in turn.
   *
   * @param goOn takes them, and says whether there is time for more
   * @return whether that was all
   */
  default boolean due(Instant by, Predicate<List<Item>> goOn) {
    return goOn.test(due(by));
  }

  /**
   * Every item that has ever spoken or has something in its outbox, and every one of this kind, a
   * page at a time: all that the books are made of.
   */
  Page<Item> speakersAnd(String kind, @Nullable String cursor);

  /** Every item of any kind, as it is now; an item that comes meanwhile may be shown or not. */
  Page<Item> all(@Nullable String cursor, int limit);
}
