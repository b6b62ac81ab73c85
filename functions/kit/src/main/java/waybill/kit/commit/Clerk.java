package waybill.kit.commit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.kit.Limits;
import waybill.kit.blob.Claims;
import waybill.kit.blob.Luggage;

/** Writes the waybills: gives each message of a commit its sequence and checks it once more. */
public final class Clerk {
  private final String service;
  private final Catalog catalog;
  private final Claims claims;
  private final Clock clock;

  public Clerk(String service, Catalog catalog, Claims claims, Clock clock) {
    this.service = service;
    this.catalog = catalog;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * @param cause what its messages come from, unless the commit says it itself
   */
  public Prepared prepare(Commit commit, Origin cause) {
    Origin origin = commit.origin().orElse(cause);
    List<Change> changes = new ArrayList<>(commit.changes());
    List<MessageId> messages = new ArrayList<>();
    List<Luggage> luggage = new ArrayList<>();
    for (Draft<?> draft : commit.drafts()) {
      Change change = change(draft, origin, luggage);
      changes.add(change);
      if (change instanceof Change.Put put)
        put.says().forEach(said -> messages.add(said.messageId()));
    }
    return new Prepared(List.copyOf(changes), List.copyOf(messages), List.copyOf(luggage));
  }

  private Change change(Draft<?> draft, Origin origin, List<Luggage> luggage) {
    Row<?> row = draft.row();
    return switch (draft.action()) {
      case PUT -> put(draft, origin, luggage);
      case CHECK -> new Change.Check(row.key(), row.version());
      case REMOVE -> new Change.Remove(row.key(), row.version());
    };
  }

  private <T> Change put(Draft<T> draft, Origin origin, List<Luggage> luggage) {
    Row<T> row = draft.row();
    T value = draft.value();
    Item item = row.item();
    List<Unsent> says = says(draft, origin, luggage);
    requireRoom(row.key(), item, says);
    return new Change.Put(
        row.key(),
        row.version(),
        row.kind().name(),
        Docs.write(value),
        row.kind().place(value),
        row.kind().due(value).orElse(null),
        row.kind().expiry(value),
        sequence(item) + says.size(),
        says,
        hasLeftovers(item));
  }

  private List<Unsent> says(Draft<?> draft, Origin origin, List<Luggage> luggage) {
    List<Unsent> says = new ArrayList<>();
    long sequence = sequence(draft.row().item());
    for (Draft.Said<?> said : draft.said()) {
      MessageId id = new MessageId(service, draft.row().id(), ++sequence);
      says.add(unsent(envelope(id, said, origin), luggage));
    }
    return List.copyOf(says);
  }

  private <D> Message envelope(MessageId id, Draft.Said<D> said, Origin origin) {
    var data = catalog.write(said.contract(), said.data());
    List<Violation> violations = catalog.check(said.contract().id(), data);
    if (!violations.isEmpty())
      throw new IllegalStateException(
          service + " would break " + said.contract() + ": " + violations);
    if (origin.hops() > Limits.HOPS_MAX) throw new Loop(id, origin.hops());
    return new Message(
            id,
            said.contract().id(),
            clock.instant(),
            origin.correlation(),
            origin.causation(),
            origin.hops(),
            origin.traceparent(),
            null,
            data)
        .until(said.expires());
  }

  private Unsent unsent(Message message, List<Luggage> luggage) {
    Unsent whole = new Unsent(message.id().toString(), message.toJson());
    if (whole.bytes() <= Limits.MESSAGE_BYTES_MAX) return whole;
    if (whole.bytes() > Limits.LONG_MESSAGE_BYTES_MAX)
      throw new TooLarge("the message " + whole.id(), whole.bytes(), Limits.LONG_MESSAGE_BYTES_MAX);
    Luggage left = claims.leave(message);
    luggage.add(left);
    return new Unsent(whole.id(), left.claim().toJson());
  }

  private static void requireRoom(Key key, @Nullable Item item, List<Unsent> says) {
    int held = item == null ? 0 : item.unsentBytes();
    int more = says.stream().mapToInt(Unsent::bytes).sum();
    if (more > Limits.UNSENT_BYTES_MAX)
      throw new TooLarge("what is said about " + key, more, Limits.UNSENT_BYTES_MAX);
    if (more > 0 && held + more > Limits.UNSENT_BYTES_MAX) throw new OutboxFull(key);
  }

  private static long sequence(@Nullable Item item) {
    return item == null ? 0 : item.sequence();
  }

  /**
   * A put takes away the mark that the relay left, also one that was left since the item was read;
   * so the relay is called again.
   */
  private static boolean hasLeftovers(@Nullable Item item) {
    return item != null && !item.outbox().isEmpty();
  }
}
