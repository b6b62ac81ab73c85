package waybill.kit.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Routed;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.inbox.Standing;

/**
 * Takes out of the outboxes what the exchange has routed: from then on the ledger answers for it.
 */
public final class Clearing {
  private final Table table;

  public Clearing(Table table) {
    this.table = table;
  }

  public void of(Routed routed) {
    Map<Key, Set<String>> messages = new HashMap<>();
    routed
        .messages()
        .forEach(
            message ->
                messages
                    .computeIfAbsent(
                        Key.ofEntity(MessageId.parse(message.id()).key()), key -> new HashSet<>())
                    .add(message.id() + message.digest()));
    messages.forEach(this::clearMessages);
    routed.receipts().forEach(this::clearReceipt);
  }

  /** The digest too: a message that was routed in place of this one does not speak for it. */
  private void clearMessages(Key key, Set<String> routed) {
    table.read(key).ifPresent(item -> clear(item, matching(item, routed)));
  }

  private void clearReceipt(String answered) {
    MessageId id = MessageId.parse(answered);
    table
        .read(Standing.keyOf(id.source(), id.key()))
        .ifPresent(item -> clear(item, of(item, answered)));
  }

  private void clear(Item item, Set<Unsent> done) {
    if (!done.isEmpty()) table.clear(item.key(), done);
  }

  private static Set<Unsent> matching(Item item, Set<String> routed) {
    Set<Unsent> done = new HashSet<>(item.outbox());
    done.removeIf(unsent -> !routed.contains(unsent.id() + unsent.digest()));
    return done;
  }

  private static Set<Unsent> of(Item item, String answered) {
    Set<Unsent> done = new HashSet<>(item.outbox());
    done.removeIf(unsent -> !unsent.id().equals(answered));
    return done;
  }
}
