package waybill.bench.up;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A service outside publishes 1 KB over HTTP; another one reads a queue of its own. */
final class Publishing implements AutoCloseable {
  private static final String TYPE = "parcels.parcel-sent";
  private static final int TRIES = 300;
  private static final String SUBSCRIPTION = "depot-reads";
  private static final String NOTE = "x".repeat(980);
  private static final int PATIENCE_SECONDS = 120;

  private final Client client;
  private final String token;
  private final Reading reading;
  private final AtomicInteger published = new AtomicInteger();

  Publishing(Client client, SqsClient sqs) {
    this.client = client;
    this.token = client.token("parcels");
    join();
    String url =
        sqs.createQueue(
                queue ->
                    queue
                        .queueName("waybill-sub-depot.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    subscribe(url);
    this.reading = new Reading(client, sqs, url, SUBSCRIPTION);
  }

  private void join() {
    String operator = client.token("operator");
    for (String service : new String[] {"parcels", "depot"})
      client.must(
          "PUT",
          "/services/" + service,
          operator,
          "{\"summary\":\"In a run.\",\"client_ids\":[\"%s\"],\"provides\":[],\"consumes\":[]}"
              .formatted(service));
    client.must(
        "PUT",
        "/contracts/" + TYPE,
        operator,
        "{\"kind\":\"event\",\"summary\":\"A parcel.\",\"key\":\"/parcel\",\"readers\":[\"depot\"]}");
    client.must(
        "POST",
        "/contracts/" + TYPE + "/versions",
        operator,
        """
        {"schema":{"type":"object","properties":{"parcel":{"type":"string"},"note":{"type":"string"}},"required":["parcel"]}}
        """);
  }

  /** The exchange hears of services and contracts as any service does: after a while. */
  private void subscribe(String url) {
    String depot = client.token("depot");
    String body =
        "{\"contracts\":[\"%s/1\"],\"delivery\":{\"kind\":\"queue\",\"url\":\"%s\"}}"
            .formatted(TYPE, url);
    for (int tries = 0; tries < TRIES; tries++) {
      if (client.send("PUT", "/subscriptions/" + SUBSCRIPTION, depot, body).statusCode() == 200
          && client.send("POST", "/messages", token, event("first")).statusCode() == 202) return;
      Patience.aMoment();
    }
    throw new IllegalStateException("the exchange does not hear of them");
  }

  /** One more, until it is handled. */
  void pass() {
    String parcel = "parcel-" + published.incrementAndGet();
    CompletableFuture<?> handled = reading.expect(parcel);
    client.must("POST", "/messages", token, event(parcel));
    handled.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static String event(String parcel) {
    return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"parcels\",\"type\":\"%s\",\"data\":{\"parcel\":\"%s\",\"note\":\"%s\"}}"
        .formatted(parcel, TYPE, parcel, NOTE);
  }

  @Override
  public void close() {
    reading.close();
  }
}
