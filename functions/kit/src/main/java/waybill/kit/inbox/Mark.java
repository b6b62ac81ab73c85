package waybill.kit.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.kit.Limits;
import waybill.kit.commit.Change;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;

/** How often a message that was received again was begun, and how the last run ended. */
record Mark(Key key, long version, Doc doc) {
  private static final String KIND = "run";
  private static final String TIMED_OUT = "timed out";

  /**
   * What the row keeps.
   *
   * @param end how the last run ended; none if that is not known
   */
  record Doc(
      int runs, @Nullable Instant started, @Nullable Instant deadline, @Nullable String end) {}

  static Mark read(Table table, MessageId id) {
    Key at = keyOf(id);
    Optional<Item> item = table.read(at);
    return item.map(Mark::of).orElseGet(() -> new Mark(at, 0, new Doc(0, null, null, null)));
  }

  private static Key keyOf(MessageId id) {
    return new Key(
        Standing.keyOf(id).partition(), KIND + "~" + String.format("%010d", id.sequence()));
  }

  private static Mark of(Item item) {
    return new Mark(item.key(), item.version(), Json.bind(Json.parse(item.doc()), Doc.class));
  }

  Mark begun(Instant now, @Nullable Instant deadline) {
    return new Mark(key, version, new Doc(doc.runs() + 1, now, deadline, null));
  }

  Mark timedOut() {
    return ended(TIMED_OUT);
  }

  Mark ended(String how) {
    return new Mark(key, version, new Doc(doc.runs(), doc.started(), doc.deadline(), how));
  }

  /** This row once {@link #put} was written. */
  Mark written() {
    return new Mark(key, version + 1, doc);
  }

  Change put(Instant now) {
    Instant expires = now.plus(Limits.MARK_KEPT);
    return new Change.Put(
        key, version, KIND, Docs.write(doc), null, null, expires, 0, List.of(), false);
  }

  int runs() {
    return doc.runs();
  }

  /** No run is known: the queue counted receives of which nobody heard. */
  boolean isUntouched() {
    return doc.runs() == 0;
  }

  /** Why the message is a dead letter, as far as it can be known. */
  String reason() {
    if (isUntouched()) return "never attempted: no run of it is known";
    String end = doc.end();
    if (end == null) return "crashed" + begun() + " and did not end";
    if (end.equals(TIMED_OUT)) return TIMED_OUT + begun() + " and reached its deadline";
    return Judge.brief("failed" + begun() + " and ended with " + end);
  }

  private String begun() {
    return ": its last run was begun as number " + doc.runs() + " of those that were noted";
  }
}
