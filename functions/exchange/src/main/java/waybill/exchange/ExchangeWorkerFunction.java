package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.Json;
import waybill.exchange.books.Audit;
import waybill.exchange.books.Gauges;
import waybill.exchange.hear.Hearing;
import waybill.exchange.publish.GivenUp;
import waybill.exchange.publish.Unrouted;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml, which calls it with what the exchange is to hear, and each minute. */
public final class ExchangeWorkerFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Exchange exchange;
  private final String deadQueue;
  private final String publishedDeadQueue;
  private final GivenUp givenUp;
  private final Queues queues;
  private final Resend resend;
  private final Unrouted unrouted;
  private final Hearing hearing;
  private final DueJobs turns;
  private final Leftovers leftovers;
  private final Gauges gauges;

  public ExchangeWorkerFunction() {
    this(System.getenv());
  }

  public ExchangeWorkerFunction(Map<String, String> env) {
    Aws aws = new Aws(new Env(env));
    Addresses addresses = Addresses.ofWorker(new Env(env));
    this.exchange = new Exchange(aws.service(), addresses.resendAfter(), aws.counters());
    this.deadQueue = new Env(env).get("IN_DEAD_QUEUE");
    this.publishedDeadQueue = new Env(env).get("PUBLISHED_DEAD_QUEUE");
    this.givenUp = new GivenUp(exchange.ledger, exchange.service.log());
    AwsQueues opened = new AwsQueues(aws, exchange.service, addresses, aws.queue("HOOKS_QUEUE"));
    this.queues = opened;
    this.resend = exchange.resend(opened);
    this.gauges =
        new Gauges(exchange.service, exchange.ledger, exchange.subscriptions, exchange.flowing);
    this.turns = new DueJobs(exchange, exchange.works(opened));
    this.hearing = exchange.hearing(aws.queue("IN_QUEUE"), aws.queue("OUT_QUEUE"));
    this.leftovers = new Leftovers(exchange.service);
    this.unrouted =
        new Unrouted(
            exchange.ledger,
            aws.queue("PUBLISHED_QUEUE"),
            exchange.service.clock(),
            exchange.service.log());
  }

  /** The repository's tests compare them with what the exchange's catalog entry consumes. */
  public Set<String> listensTo() {
    return hearing.listensTo();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = EVENTS.readTree(in);
    Instant deadline =
        exchange.service.clock().instant().plusMillis(context.getRemainingTimeInMillis());
    QueueEvent heard = QueueEvent.of(event);
    if (!heard.entries().isEmpty()) out.write(Json.bytes(heard(heard, deadline)));
    else if (event.path("waybill").asText().equals("sweep")) sweep();
    else if (event.path("waybill").asText().equals("audit"))
      exchange.jobs.start(Audit.KIND, JsonNodeFactory.instance.objectNode(), "schedule");
    else minute();
  }

  private Object heard(QueueEvent event, Instant deadline) {
    if (event.isFrom(deadQueue)) return hearing.deadLetters(event);
    if (event.isFrom(publishedDeadQueue)) return givenUp.take(event);
    Map<Boolean, List<QueueEvent.Entry>> isTurn =
        event.entries().stream().collect(Collectors.partitioningBy(turns::isTurn));
    turns.take(isTurn.getOrDefault(true, List.of()));
    exchange.flows.flush();
    return hearing.messages(new QueueEvent(isTurn.getOrDefault(false, List.of())), deadline);
  }

  private void sweep() {
    hearing.sweep();
    leftovers.turn();
  }

  private void minute() {
    resend.minute(exchange.outgoing(queues));
    turns.minute();
    unrouted.minute();
    exchange.flowing.minute();
    gauges.minute();
    hearing.minute();
    turns.minute(); // Last: jobs take what time there is.
    exchange.flows.flush();
  }
}
