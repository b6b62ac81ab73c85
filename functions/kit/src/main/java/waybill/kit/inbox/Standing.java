package waybill.kit.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Drain;
import waybill.contracts.exchange.Outcome;
import waybill.kit.Limits;
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
public record Standing(Key key, @Nullable Item item, long watermark, int parked, Tally tally) {
  public static final String KIND = "inbox";

  /** What the row keeps. The ends were not counted from the beginning: none is 0. */
  record Doc(
      long watermark,
      int parked,
      @Nullable Long handled,
      @Nullable Long refused,
      @Nullable Long skipped) {

    static Doc of(long watermark, int parked, Tally tally) {
      return new Doc(watermark, parked, tally.handled(), tally.refused(), tally.skipped());
    }

    Tally tally() {
      return new Tally(orNone(handled), orNone(refused), orNone(skipped));
    }

    private static long orNone(@Nullable Long count) {
      return count == null ? 0 : count;
    }
  }

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
    return item.map(Standing::of).orElseGet(() -> new Standing(at, null, 0, 0, Tally.NOTHING));
  }

  /** As it stands in a row of this kind. */
  public static Standing of(Item item) {
    Doc doc = Json.bind(Json.parse(item.doc()), Doc.class);
    return new Standing(item.key(), item, doc.watermark(), doc.parked(), doc.tally());
  }

  public String source() {
    return key.partition().split("~", 2)[0];
  }

  /** What is spoken about. */
  public String subject() {
    return key.partition().split("~", 2)[1];
  }

  /** Whether what is due has parked messages, and not only an outbox. */
  static boolean isParked(Item item) {
    return item.kind().equals(KIND) && of(item).parked() > 0;
  }

  /** The order to go on with this row's key. */
  Drain drain() {
    return new Drain(source(), subject());
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

  /** So many wait to be confirmed that no further one is kept: the row has its limits. */
  boolean isFullOfReceipts() {
    return item != null && item.outbox().size() >= Limits.KEPT_RECEIPTS_MAX;
  }

  /** The watermark stays; what is parked behind it changes, or when it is tried again. */
  Change waiting(int nowParked, @Nullable Instant due) {
    return put(Doc.of(watermark, nowParked, tally), due, List.of());
  }

  /** One message more is at its end, and the watermark moves up to it. */
  Change ended(
      long sequence, Outcome end, int nowParked, @Nullable Instant due, List<Unsent> says) {
    return put(Doc.of(sequence, nowParked, tally.and(end)), due, says);
  }

  private Change put(Doc doc, @Nullable Instant due, List<Unsent> says) {
    return new Change.Put(
        key,
        item == null ? 0 : item.version(),
        KIND,
        Docs.write(doc),
        null,
        due,
        null,
        item == null ? 0 : item.sequence(),
        says,
        item != null && !item.outbox().isEmpty());
  }
}
