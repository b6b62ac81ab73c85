package waybill.kit.outbox;

import waybill.contracts.Control;
import waybill.contracts.MessageId;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Unsent;

/**
 * What a FIFO queue takes: the text, the group that is kept in order, and the name under which the
 * queue drops a second copy for five minutes.
 */
public record Parcel(String group, String deduplication, String body) {

  /** The same entry gives the same parcel, so that a repeated stream record costs nothing. */
  public static Parcel of(Unsent unsent) {
    return of(unsent, "");
  }

  /** Another round gets through although the queue still remembers the first. */
  public static Parcel of(Unsent unsent, String round) {
    return of(unsent.messageId(), unsent.digest(), round, unsent.text());
  }

  public static Parcel of(MessageId id, String digest, String round, String text) {
    return new Parcel(groupOf(id), Hash.of(id.toString(), digest, round), text);
  }

  /** Receipts and reports may pass each other: a group each, so that none waits for another. */
  public static Parcel unordered(Control control) {
    return new Parcel(control.id(), control.id(), control.toJson());
  }

  /** Control goes in the group of what it is about, behind what was said about that before. */
  public static Parcel of(Control control, String source, String key) {
    return new Parcel(groupOf(source, key), control.id(), control.toJson());
  }

  public static String groupOf(MessageId id) {
    return groupOf(id.source(), id.key());
  }

  public static String groupOf(String source, String key) {
    return Hash.of(source, key);
  }
}
