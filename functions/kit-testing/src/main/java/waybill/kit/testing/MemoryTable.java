package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Change;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Place;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;
import waybill.kit.outbox.Speaker;

/** A table in memory that keeps {@link TableContract}, with a stream that a test reads by hand. */
public final class MemoryTable implements Table, KeepsBooks {
  private record Stored(Item item, @Nullable Place place) {}

  private final Map<Key, Stored> items = new HashMap<>();
  private final Deque<Speaker> stream = new ArrayDeque<>();
  private final Map<Key, Integer> cleared = new HashMap<>();

  /** What the stream would have shown the relay since the last time. */
  public synchronized List<Speaker> changes() {
    List<Speaker> changes = List.copyOf(stream);
    stream.clear();
    return changes;
  }

  /** Everything, for a test that wants to look behind. */
  public synchronized List<Item> items() {
    return items.values().stream().map(Stored::item).toList();
  }

  /** What an item has said is what was routed of it and what its outbox still holds. */
  @Override
  public synchronized void balance() {
    for (Item item : items())
      if (item.sequence() > 0)
        assertThat(cleared.getOrDefault(item.key(), 0) + item.outbox().size())
            .as("cleared and unsent of %s", item)
            .isEqualTo((int) item.sequence());
  }

  @Override
  public synchronized Optional<Item> read(Key key) {
    return Optional.ofNullable(items.get(key)).map(Stored::item);
  }

  @Override
  public synchronized List<Item> under(String partition, String placePrefix, int limit) {
    return items.values().stream()
        .map(Stored::item)
        .filter(item -> item.key().partition().equals(partition))
        .filter(item -> item.key().place().startsWith(placePrefix))
        .sorted(Comparator.comparing(item -> item.key().place()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Item> behind(
      String partition, String placePrefix, String place, int limit) {
    return under(partition, placePrefix, Integer.MAX_VALUE).stream()
        .filter(item -> item.key().place().compareTo(place) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Page<Item> list(
      String list, String placePrefix, @Nullable String cursor, int limit) {
    return page(list, placePrefix, cursor, limit, place -> place.list().equals(list));
  }

  @Override
  public synchronized Page<Item> related(String to, @Nullable String cursor, int limit) {
    return page(to, "", cursor, limit, place -> to.equals(place.related()));
  }

  private Page<Item> page(
      String list,
      String placePrefix,
      @Nullable String cursor,
      int limit,
      Predicate<Place> belongs) {
    String behind = cursor == null ? null : decoded(list, cursor);
    if (behind != null && !behind.startsWith(placePrefix)) throw new BadCursor();
    List<Stored> found =
        items.values().stream()
            .filter(stored -> stored.place() != null && belongs.test(stored.place()))
            .filter(stored -> at(stored).startsWith(placePrefix))
            .filter(stored -> behind == null || at(stored).compareTo(behind) < 0)
            .sorted(Comparator.comparing(MemoryTable::at).reversed())
            .toList();
    List<Item> page = found.stream().limit(limit).map(Stored::item).toList();
    boolean more = found.size() > limit;
    return new Page<>(page, more ? encoded(list, at(found.get(limit - 1))) : null);
  }

  private static String at(Stored stored) {
    return stored.place() == null ? "" : stored.place().at();
  }

  private static String encoded(String list, String at) {
    String plain = Hash.of(list) + at;
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String list, String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (plain.startsWith(Hash.of(list))) return plain.substring(Hash.of(list).length());
    } catch (IllegalArgumentException e) {
      // Not Base64: no cursor of ours either.
    }
    throw new BadCursor();
  }

  @Override
  public synchronized boolean write(Write write) {
    for (Change change : write.changes()) if (!holds(change)) return isOurs(write);
    for (Change change : write.changes()) apply(change, write.commit());
    return true;
  }

  private boolean holds(Change change) {
    Stored stored = items.get(change.key());
    return change.expected() == (stored == null ? 0 : stored.item().version());
  }

  private boolean isOurs(Write write) {
    return write.changes().stream()
        .map(change -> items.get(change.key()))
        .anyMatch(stored -> stored != null && stored.item().commit().equals(write.commit()));
  }

  private void apply(Change change, String commit) {
    if (change instanceof Change.Remove) items.remove(change.key());
    if (change instanceof Change.Put put) put(put, commit);
  }

  private void put(Change.Put put, String commit) {
    Stored before = items.get(put.key());
    List<Unsent> outbox = new ArrayList<>();
    if (before != null) outbox.addAll(before.item().outbox());
    outbox.addAll(put.says());
    Item item =
        new Item(
            put.key(),
            put.kind(),
            put.expected() + 1,
            commit,
            put.doc(),
            put.sequence(),
            outbox,
            put.due(),
            put.expires());
    items.put(put.key(), new Stored(item, put.place()));
    if (put.speaks()) stream.add(Speaker.of(item));
  }

  @Override
  public synchronized void clear(Key key, Predicate<Unsent> routed) {
    Stored stored = items.get(key);
    if (stored == null) return;
    List<Unsent> left = stored.item().outbox().stream().filter(routed.negate()).toList();
    cleared.merge(key, stored.item().outbox().size() - left.size(), Integer::sum);
    items.put(key, new Stored(with(stored.item(), left, stored.item().due()), stored.place()));
  }

  @Override
  public synchronized void waitUntil(Key key, Instant due) {
    Stored stored = items.get(key);
    if (stored == null || stored.item().outbox().isEmpty()) return;
    items.put(key, new Stored(with(stored.item(), stored.item().outbox(), due), stored.place()));
  }

  @Override
  public synchronized void waitNoLonger(Key key, Instant due) {
    Stored stored = items.get(key);
    if (stored == null || !due.equals(stored.item().due())) return;
    items.put(key, new Stored(with(stored.item(), stored.item().outbox(), null), stored.place()));
  }

  private static Item with(Item item, List<Unsent> outbox, @Nullable Instant due) {
    return new Item(
        item.key(),
        item.kind(),
        item.version(),
        item.commit(),
        item.doc(),
        item.sequence(),
        outbox,
        due,
        item.expires());
  }

  @Override
  public synchronized List<Item> due(Instant by) {
    return items.values().stream()
        .map(Stored::item)
        .filter(item -> item.due() != null && !item.due().isAfter(by))
        .sorted(
            Comparator.comparing(MemoryTable::dueAt).thenComparing(item -> item.key().toString()))
        .toList();
  }

  private static Instant dueAt(Item item) {
    return item.due() == null ? Instant.MAX : item.due();
  }

  @Override
  public synchronized Page<Item> speakersAnd(String kind, @Nullable String cursor) {
    return new Page<>(
        items.values().stream()
            .map(Stored::item)
            .filter(
                item -> item.sequence() > 0 || !item.outbox().isEmpty() || kind.equals(item.kind()))
            .sorted(Comparator.comparing(item -> item.key().toString()))
            .toList(),
        null);
  }

  @Override
  public synchronized Page<Item> all(@Nullable String cursor, int limit) {
    String behind = cursor == null ? "" : decoded("", cursor);
    List<Item> left =
        items.values().stream()
            .map(Stored::item)
            .filter(item -> item.key().toString().compareTo(behind) > 0)
            .sorted(Comparator.comparing(item -> item.key().toString()))
            .limit(limit + 1L)
            .toList();
    List<Item> page = left.subList(0, Math.min(limit, left.size()));
    boolean more = left.size() > limit;
    return new Page<>(page, more ? encoded("", page.get(limit - 1).key().toString()) : null);
  }
}
