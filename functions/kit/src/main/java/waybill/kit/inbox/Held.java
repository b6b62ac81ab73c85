package waybill.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Carried;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.kit.commit.Change;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;

/** A parked message: the paper itself, why it waits, since when, and how often it was tried. */
public record Held(
    Key key,
    long version,
    Message message,
    String reason,
    int attempts,
    Instant since,
    @Nullable String editedFrom) {
  private static final String KIND = "parked";
  private static final String PLACES = KIND + "~";

  /** What a reason begins with where the message before it is no longer in the ledger. */
  static final String EXPIRED = "expired: ";

  /** What the row keeps. */
  record Doc(
      String message, String reason, int attempts, Instant since, @Nullable String editedFrom) {}

  static Held now(Message message, String reason, int attempts, Instant since) {
    return new Held(keyOf(message.id()), 0, message, reason, attempts, since, null);
  }

  /** Zero-padded, so that the lowest sequence comes first. */
  static Key keyOf(MessageId id) {
    return new Key(
        partition(id.source(), id.key()), PLACES + String.format("%010d", id.sequence()));
  }

  static Optional<Held> first(Table table, String source, String key) {
    return table.under(partition(source, key), PLACES, 1).stream().findFirst().map(Held::of);
  }

  static Optional<Held> find(Table table, MessageId id) {
    return table.read(keyOf(id)).map(Held::of);
  }

  private static String partition(String source, String key) {
    return Standing.keyOf(source, key).partition();
  }

  private static Held of(Item item) {
    Doc doc = Json.bind(Json.parse(item.doc()), Doc.class);
    Message message = (Message) Carried.parse(doc.message());
    return new Held(
        item.key(),
        item.version(),
        message,
        doc.reason(),
        doc.attempts(),
        doc.since(),
        doc.editedFrom());
  }

  /** The lowest sequences that are parked. */
  public static List<Long> sequences(Table table, Standing standing, int most) {
    return table.under(standing.key().partition(), PLACES, most).stream()
        .map(item -> Long.parseLong(item.key().place().substring(PLACES.length())))
        .toList();
  }

  MessageId id() {
    return message.id();
  }

  /** What it waits for will not come: only the desk can go on. */
  boolean waitsForTheExpired() {
    return reason.startsWith(EXPIRED);
  }

  Held because(String newReason) {
    return new Held(key, version, message, newReason, attempts, since, editedFrom);
  }

  /** Counted and written before it runs, so that a crash is counted too. */
  Held tried() {
    return new Held(key, version, message, reason, attempts + 1, since, editedFrom);
  }

  /** The attempt that was counted was none. */
  Held notTried() {
    return new Held(key, version, message, reason, attempts - 1, since, editedFrom);
  }

  /** The same place without a body: nothing of what was tried before says anything about it. */
  Held replacedBy(Message skipped) {
    return new Held(key, version, skipped, reason, 0, since, null);
  }

  /** What it was and what it is, where a desk has edited it. */
  Optional<String> digests() {
    return Optional.ofNullable(editedFrom).map(was -> "was " + was + ", is " + message.digest());
  }

  /** Identity stays; the digest of what the source said is kept beside the new data. */
  Held edited(JsonNode data) {
    String original = editedFrom == null ? message.digest() : editedFrom;
    return new Held(key, version, message.withData(data), reason, attempts, since, original);
  }

  /** This row once {@link #put()} was written. */
  Held written() {
    return new Held(key, version + 1, message, reason, attempts, since, editedFrom);
  }

  Change put() {
    String doc = Docs.write(new Doc(message.toJson(), reason, attempts, since, editedFrom));
    return new Change.Put(key, version, KIND, doc, null, null, null, 0, List.of(), false);
  }

  Change remove() {
    return new Change.Remove(key, version);
  }
}
