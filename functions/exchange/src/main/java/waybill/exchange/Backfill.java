package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.Replays;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;

/**
 * Looks through what was said under a new subscription's contracts, and begins to fill each key
 * that it has not got yet. A key of which something new is said begins by itself.
 */
final class Backfill implements Work {
  static final String KIND = "backfill";
  private static final int ENTRIES_A_TURN = 100;

  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Router router;
  private final Supplier<Outgoing> outgoing;

  Backfill(Ledger ledger, Subscriptions subscriptions, Router router, Supplier<Outgoing> outgoing) {
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.router = router;
    this.outgoing = outgoing;
  }

  static JsonNode orderOf(Subscription subscription) {
    return JsonNodeFactory.instance.objectNode().put("subscription", subscription.id());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    String id = job.order().path("subscription").asText();
    Subscription to = subscriptions.now().find(id).orElse(null);
    if (to == null || to.from() == null) return Turn.last(0);
    List<String> contracts = to.takes().stream().map(one -> one.name()).distinct().toList();
    JsonNode place = job.place();
    int at = place == null ? 0 : place.path("contract").asInt();
    if (at >= contracts.size()) return Turn.last(0);
    String cursor = place == null ? null : place.path("cursor").textValue();
    return look(to, contracts.get(at), at, cursor);
  }

  private Turn look(Subscription to, String contract, int at, @Nullable String cursor) {
    Page<Item> page = ledger.list(contract, cursor, ENTRIES_A_TURN);
    Map<String, MessageId> keys = new LinkedHashMap<>();
    for (Item item : page.items())
      if (item.key().place().equals(Entry.PLACE)) {
        MessageId id = MessageId.parse(item.key().partition());
        if (!Replays.isReplayed(id)) keys.putIfAbsent(Head.keyOf(id).partition(), id);
      }
    Outgoing out = outgoing.get();
    long begun = keys.values().stream().filter(id -> begin(to, id, out)).count();
    out.send();
    var next = JsonNodeFactory.instance.objectNode();
    if (page.cursor() != null) next.put("contract", at).put("cursor", page.cursor());
    else next.put("contract", at + 1);
    return new Turn(next, begun);
  }

  private boolean begin(Subscription to, MessageId of, Outgoing out) {
    Cell<Head> at = ledger.head(of);
    Head head = Head.of(at);
    boolean begins = head.routed() > 0 && head.isNewTo(to.id());
    if (begins
        && !ledger.write(at, head.fill(List.of(to.id()), subscriptions.atLeast(0).version())))
      return begin(to, of, out);
    if (begins || head.hasToFill()) router.goOn(of, out);
    return begins;
  }
}
