package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.function.Supplier;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.SubscriptionChanged;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Arrival;

/**
 * Says that a subscription has changed. The job was written with the change, and routes what it
 * says itself: done twice it is a late copy, and out of its turn it waits for the one before.
 */
final class Announcing implements Work {
  static final String KIND = "telling";

  private final String speaker;
  private final Catalog catalog;
  private final Router router;
  private final Supplier<Outgoing> outgoing;

  Announcing(String speaker, Catalog catalog, Router router, Supplier<Outgoing> outgoing) {
    this.speaker = speaker;
    this.catalog = catalog;
    this.router = router;
    this.outgoing = outgoing;
  }

  /**
   * @param sequence how many times the subscription has changed
   */
  static JsonNode orderOf(SubscriptionChanged changed, long sequence) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sequence", sequence)
        .set("changed", Json.tree(changed));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    var changed = Json.bind(job.order().path("changed"), SubscriptionChanged.class);
    long sequence = job.order().path("sequence").asLong();
    String text = message(job.id(), changed, sequence).toJson();
    Outgoing out = outgoing.get();
    router.takeAccepted(Arrival.of(Message.parse(text), text), out);
    out.send();
    return Turn.last(1);
  }

  private Message message(String correlation, SubscriptionChanged changed, long sequence) {
    Instant at = changed.changedAt();
    return new Message(
        new MessageId(speaker, changed.name(), sequence),
        ExchangeContracts.SUBSCRIPTION_CHANGED.id(),
        at,
        correlation,
        null,
        0,
        null,
        null,
        catalog.write(ExchangeContracts.SUBSCRIPTION_CHANGED, changed));
  }
}
