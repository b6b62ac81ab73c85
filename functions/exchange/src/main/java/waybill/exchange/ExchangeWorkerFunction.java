package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.Json;
import waybill.exchange.hear.Hearing;
import waybill.exchange.publish.Unrouted;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml, which calls it with what the exchange is to hear, and each minute. */
public final class ExchangeWorkerFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Exchange exchange;
  private final String deadQueue;
  private final Queues queues;
  private final Resend resend;
  private final Unrouted unrouted;
  private final Hearing hearing;
  private final DueJobs turns;
  private final Leftovers leftovers;

  public ExchangeWorkerFunction() {
    this(System.getenv());
  }

  public ExchangeWorkerFunction(Map<String, String> env) {
    Aws aws = new Aws(new Env(env));
    Addresses addresses = Addresses.ofWorker(new Env(env));
    this.exchange = new Exchange(aws.service(), addresses.resendAfter());
    AwsQueues opened = new AwsQueues(aws, exchange.service, addresses, aws.queue("HOOKS_QUEUE"));
    this.queues = opened;
    this.resend = exchange.resend(opened);
    this.deadQueue = new Env(env).get("IN_DEAD_QUEUE");
    this.turns = new DueJobs(exchange, exchange.works(queues));
    this.hearing = new Hearing(exchange.service, aws.queue("IN_QUEUE"), aws.queue("OUT_QUEUE"));
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
    else minute();
  }

  private Object heard(QueueEvent event, Instant deadline) {
    Map<Boolean, List<QueueEvent.Entry>> isTurn =
        event.entries().stream().collect(Collectors.partitioningBy(turns::isTurn));
    turns.take(isTurn.getOrDefault(true, List.of()));
    QueueEvent rest = new QueueEvent(isTurn.getOrDefault(false, List.of()));
    return event.isFrom(deadQueue) ? hearing.deadLetters(rest) : hearing.messages(rest, deadline);
  }

  private void sweep() {
    hearing.sweep();
    leftovers.turn();
  }

  private void minute() {
    resend.minute(exchange.outgoing(queues));
    unrouted.minute();
    hearing.minute();
    turns.minute(); // Last: jobs take what time there is.
  }
}
