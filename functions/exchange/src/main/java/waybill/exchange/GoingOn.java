package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Supplier;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.subscribe.Subscriptions;

/** Lets go on what waited behind a delivery, where whoever noted its end has no queues. */
final class GoingOn implements Work {
  static final String KIND = "going-on";

  private final Crowding crowding;
  private final Subscriptions subscriptions;
  private final Supplier<Outgoing> outgoing;

  GoingOn(Crowding crowding, Subscriptions subscriptions, Supplier<Outgoing> outgoing) {
    this.crowding = crowding;
    this.subscriptions = subscriptions;
    this.outgoing = outgoing;
  }

  static JsonNode orderOf(String subscription, MessageId ended) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("subscription", subscription)
        .put("message", ended.toString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    MessageId ended = MessageId.parse(job.order().path("message").asText());
    Outgoing out = outgoing.get();
    int gone =
        subscriptions
            .now()
            .find(job.order().path("subscription").asText())
            .map(to -> crowding.goOn(to, ended, out))
            .orElse(0);
    out.send();
    return Turn.last(gone);
  }
}
