package waybill.kit.outbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Routed;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;

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
    Map<Key, Set<String>> said = new LinkedHashMap<>();
    for (var message : routed.messages())
      said.computeIfAbsent(ofEntity(message.id()), key -> new HashSet<>())
          .add(message.id() + message.digest());
    Map<Key, Predicate<Unsent>> done = new LinkedHashMap<>();
    said.forEach((key, all) -> done.put(key, one -> all.contains(one.id() + one.digest())));
    for (String answered : routed.receipts())
      done.merge(
          receiptsOf.apply(MessageId.parse(answered)),
          unsent -> unsent.id().equals(answered),
          Predicate::or);
    table.clearEach(done);
  }

  private static Key ofEntity(String messageId) {
    return Key.ofEntity(MessageId.parse(messageId).key());
  }
}
