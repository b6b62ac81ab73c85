package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import waybill.contracts.Json;
import waybill.exchange.hear.Hearing;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.aws.SqsQueue;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml, which calls it with what the exchange is to hear, and each minute. */
public final class ExchangeWorkerFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Service exchange;
  private final String deadQueue;
  private final Map<String, SqsQueue> inQueues;
  private final Resend resend;
  private final Hearing hearing;

  public ExchangeWorkerFunction() {
    this(System.getenv());
  }

  public ExchangeWorkerFunction(Map<String, String> env) {
    Aws aws = new Aws(new Env(env));
    Addresses addresses = Addresses.ofWorker(new Env(env));
    this.exchange = aws.service();
    this.deadQueue = new Env(env).get("IN_DEAD_QUEUE");
    this.inQueues = addresses.inQueues(aws::queueAt);
    this.resend =
        new Resend(
            new Ledger(exchange),
            subscriber -> inQueues.containsKey(subscriber) && inQueues.get(subscriber).isEmpty(),
            exchange.clock(),
            addresses.resendAfter(),
            exchange.log());
    this.hearing = new Hearing(exchange, aws.queue("IN_QUEUE"), aws.queue("OUT_QUEUE"));
  }

  /** The repository's tests compare them with what the exchange's catalog entry consumes. */
  public Set<String> listensTo() {
    return hearing.listensTo();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = EVENTS.readTree(in);
    Instant deadline = exchange.clock().instant().plusMillis(context.getRemainingTimeInMillis());
    QueueEvent heard = QueueEvent.of(event);
    if (!heard.entries().isEmpty()) out.write(Json.bytes(heard(heard, deadline)));
    else if (event.path("waybill").asText().equals("sweep")) hearing.sweep();
    else minute();
  }

  private Object heard(QueueEvent event, Instant deadline) {
    return event.isFrom(deadQueue) ? hearing.deadLetters(event) : hearing.messages(event, deadline);
  }

  private void minute() {
    resend.minute(new Outgoing(exchange, Map.copyOf(inQueues)));
    hearing.minute();
  }
}
