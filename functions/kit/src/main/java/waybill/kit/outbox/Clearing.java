package waybill.kit.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Routed;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;

/**
 * Takes out of the outboxes what the exchange has routed: from then on the ledger answers for it.
 */
public final class Clearing {
  private final Table table;
  private final Function<MessageId, Key> receiptsOf;

  /**
   * @param receiptsOf the item whose outbox holds the receipts for messages about that key
   */
  public Clearing(Table table, Function<MessageId, Key> receiptsOf) {
    this.table = table;
    this.receiptsOf = receiptsOf;
  }

  /** By digest too: a message that was routed in place of another does not speak for it. */
  public void of(Routed routed) {
    Map<Key, Set<String>> done = new HashMap<>();
    for (var message : routed.messages())
      done.computeIfAbsent(
              Key.ofEntity(MessageId.parse(message.id()).key()), key -> new HashSet<>())
          .add(message.id() + message.digest());
    done.forEach(
        (key, all) -> table.clear(key, unsent -> all.contains(unsent.id() + unsent.digest())));
    for (String answered : routed.receipts())
      table.clear(
          receiptsOf.apply(MessageId.parse(answered)), unsent -> unsent.id().equals(answered));
  }
}
