package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import waybill.contracts.Json;
import waybill.exchange.hear.Hearing;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.publish.Unrouted;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.aws.SqsQueue;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml, which calls it with what the exchange is to hear, and each minute. */
public final class ExchangeWorkerFunction implements RequestStreamHandler {
  private final Service exchange;
  private final Map<String, SqsQueue> inQueues;
  private final Resend resend;
  private final Unrouted unrouted;
  private final Hearing hearing;

  public ExchangeWorkerFunction() {
    this(System.getenv());
  }

  public ExchangeWorkerFunction(Map<String, String> env) {
    Aws aws = new Aws(new Env(env));
    Addresses addresses = Addresses.ofWorker(new Env(env));
    this.exchange = aws.service();
    this.inQueues = addresses.inQueues(aws::queueAt);
    this.resend =
        new Resend(
            new Ledger(exchange),
            subscriber -> inQueues.containsKey(subscriber) && inQueues.get(subscriber).isEmpty(),
            exchange.clock(),
            addresses.resendAfter(),
            exchange.log());
    this.unrouted =
        new Unrouted(
            new Ledger(exchange), aws.queue("PUBLISHED_QUEUE"), exchange.clock(), exchange.log());
    this.hearing = new Hearing(exchange, aws.queue("IN_QUEUE"), aws.queue("OUT_QUEUE"));
  }

  /** The repository's tests compare them with what the exchange's catalog entry consumes. */
  public Set<String> listensTo() {
    return hearing.listensTo();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueEvent event = QueueEvent.read(in);
    if (event.entries().isEmpty()) minute();
    else out.write(Json.bytes(hearing.messages(event)));
  }

  private void minute() {
    resend.minute(new Outgoing(exchange, Map.copyOf(inQueues)));
    unrouted.minute();
    hearing.minute();
  }
}
