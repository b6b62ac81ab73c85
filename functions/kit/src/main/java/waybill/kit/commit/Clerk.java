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

/** Writes the waybills: gives each message of a commit its sequence and checks it once more. */
public final class Clerk {
  private final String service;
  private final Catalog catalog;
  private final Clock clock;

  public Clerk(String service, Catalog catalog, Clock clock) {
    this.service = service;
    this.catalog = catalog;
    this.clock = clock;
  }

  public Prepared prepare(Commit commit, Origin origin) {
    List<Change> changes = new ArrayList<>();
    List<MessageId> messages = new ArrayList<>();
    for (Draft<?> draft : commit.drafts()) {
      Change change = change(draft, origin);
      changes.add(change);
      if (change instanceof Change.Put put)
        put.says().forEach(said -> messages.add(said.messageId()));
    }
    return new Prepared(List.copyOf(changes), List.copyOf(messages));
  }

  private Change change(Draft<?> draft, Origin origin) {
    Row<?> row = draft.row();
    return switch (draft.action()) {
      case PUT -> put(draft, origin);
      case CHECK -> new Change.Check(row.key(), row.version());
      case REMOVE -> new Change.Remove(row.key(), row.version());
    };
  }

  private <T> Change put(Draft<T> draft, Origin origin) {
    Row<T> row = draft.row();
    T value = draft.value();
    Item item = row.item();
    List<Unsent> says = says(draft, origin);
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

  private List<Unsent> says(Draft<?> draft, Origin origin) {
    List<Unsent> says = new ArrayList<>();
    long sequence = sequence(draft.row().item());
    for (Draft.Said<?> said : draft.said())
      says.add(envelope(new MessageId(service, draft.row().id(), ++sequence), said, origin));
    return List.copyOf(says);
  }

  private <D> Unsent envelope(MessageId id, Draft.Said<D> said, Origin origin) {
    var data = catalog.write(said.contract(), said.data());
    List<Violation> violations = catalog.check(said.contract().id(), data);
    if (!violations.isEmpty())
      throw new IllegalStateException(
          service + " would break " + said.contract() + ": " + violations);
    if (origin.hops() > Limits.HOPS_MAX) throw new Loop(id, origin.hops());
    var message =
        new Message(
            id,
            said.contract().id(),
            clock.instant(),
            origin.correlation(),
            origin.causation(),
            origin.hops(),
            origin.traceparent(),
            null,
            data);
    return limited(new Unsent(id.toString(), message.toJson()));
  }

  private static Unsent limited(Unsent unsent) {
    if (unsent.bytes() > Limits.MESSAGE_BYTES_MAX)
      throw new TooLarge("the message " + unsent.id(), unsent.bytes(), Limits.MESSAGE_BYTES_MAX);
    return unsent;
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
