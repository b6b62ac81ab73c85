package waybill.kit.commit;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;

/** A service's table as its handlers read it. */
public final class Rows {
  private final Table table;
  private final Clock clock;

  public Rows(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  public <T> Row<T> at(Kind<T> kind, String id) {
    Item item = read(kind, id).orElse(null);
    return new Row<>(kind, id, item, item != null && item.isGone(clock.instant()));
  }

  public <T> Optional<T> find(Kind<T> kind, String id) {
    return at(kind, id).value();
  }

  public <T> Page<T> list(Kind<T> kind, String list, @Nullable String cursor, int limit) {
    return list(kind, list, "", cursor, limit);
  }

  /** The part of a list whose places begin so. */
  public <T> Page<T> list(
      Kind<T> kind, String list, String placePrefix, @Nullable String cursor, int limit) {
    return table.list(list, placePrefix, cursor, limit).map(kind::read);
  }

  /** The items that are related to it, whatever list they stand in. */
  public <T> Page<T> related(Kind<T> kind, String to, @Nullable String cursor, int limit) {
    return table.related(to, cursor, limit).map(kind::read);
  }

  private Optional<Item> read(Kind<?> kind, String id) {
    if (kind.isEntity() && !MessageId.isKey(id)) return Optional.empty();
    return table.read(kind.key(id)).filter(item -> item.kind().equals(kind.name()));
  }
}
