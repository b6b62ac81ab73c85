package waybill.exchange.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/**
 * Who ordered what about which message, when and why. It is never removed: orders are rare, and are
 * asked for long after the message has gone.
 *
 * @param job the order that it belongs to
 * @param group null unless all of the group were meant
 * @param atExchange the exchange itself had the message, and not the subscriber
 * @param before the digest of the message as the subscriber takes it, before an edit
 * @param after the same with what the edit put there
 */
record Deed(
    String job,
    String messageId,
    String subscription,
    Order order,
    @Nullable String group,
    String reason,
    String by,
    Instant at,
    boolean atExchange,
    @Nullable String before,
    @Nullable String after) {
  private static final String PLACES = "deed~";

  static Deed of(String job, Task task, Decided decided, Instant at) {
    Decided.Digests digests = decided.digests();
    return new Deed(
        job,
        decided.about().toString(),
        task.subscription(),
        task.order(),
        task.group(),
        task.reason(),
        task.by(),
        at,
        decided.atExchange(),
        digests == null ? null : digests.before(),
        digests == null ? null : digests.after());
  }

  static String listOf(String subscription) {
    return "deeds~" + subscription;
  }

  /** One for each message of an order, so that a repeated turn finds it. */
  static Key keyOf(String job, String chosen) {
    return new Key("desk~" + job, PLACES + chosen);
  }

  Change kept(String chosen) {
    Place place = Place.byTime(listOf(subscription), at, job + "~" + messageId);
    return Cell.<Deed>absent(keyOf(job, chosen)).put(this, place, null, null);
  }

  MessageId id() {
    return MessageId.parse(messageId);
  }
}
