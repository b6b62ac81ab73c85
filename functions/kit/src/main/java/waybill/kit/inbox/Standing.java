package waybill.kit.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Drain;
import waybill.kit.commit.Change;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;

/**
 * Where a subscriber stands with one key of one source: everything up to the watermark is done, and
 * so many later messages are parked. One row a key, for ever.
 */
public record Standing(Key key, @Nullable Item item, long watermark, int parked) {
  public static final String KIND = "inbox";

  /** What the row keeps. */
  record Doc(long watermark, int parked) {}

  /** The {@code ~} keeps it apart from the service's own entities. */
  public static Key keyOf(String source, String key) {
    return new Key(source + "~" + key, KIND);
  }

  public static Key keyOf(MessageId id) {
    return keyOf(id.source(), id.key());
  }

  static Standing read(Table table, MessageId id) {
    return read(table, id.source(), id.key());
  }

  static Standing read(Table table, String source, String key) {
    Key at = keyOf(source, key);
    Optional<Item> item = table.read(at);
    if (item.isEmpty()) return new Standing(at, null, 0, 0);
    Doc doc = Json.bind(Json.parse(item.get().doc()), Doc.class);
    return new Standing(at, item.get(), doc.watermark(), doc.parked());
  }

  /** Whether what is due has parked messages, and not only an outbox. */
  static boolean isParked(Item item) {
    return item.kind().equals(KIND) && Json.bind(Json.parse(item.doc()), Doc.class).parked() > 0;
  }

  /** The order to go on with this row's key. */
  static Drain drainOf(Item item) {
    String[] sourceAndKey = item.key().partition().split("~", 2);
    return new Drain(sourceAndKey[0], sourceAndKey[1]);
  }

  boolean isDone(MessageId id) {
    return id.sequence() <= watermark;
  }

  boolean isDue(Instant now) {
    return item != null && item.due() != null && !item.due().isAfter(now);
  }

  /** A refusal or skip of this message still waits to be confirmed by the exchange. */
  boolean hasKeptReceipt(MessageId id) {
    return item != null
        && item.outbox().stream().anyMatch(unsent -> unsent.id().equals(id.toString()));
  }

  Change moved(long toWatermark, int nowParked, @Nullable Instant due, List<Unsent> says) {
    return new Change.Put(
        key,
        item == null ? 0 : item.version(),
        KIND,
        Docs.write(new Doc(toWatermark, nowParked)),
        null,
        due,
        null,
        item == null ? 0 : item.sequence(),
        says,
        item != null && !item.outbox().isEmpty());
  }
}
