package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.aws.SqsQueue;

/** Named by template.yaml, which calls it each minute. */
public final class ExchangeWorkerFunction implements RequestStreamHandler {
  private final Service exchange;
  private final Map<String, SqsQueue> inQueues;
  private final Resend resend;

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
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    resend.minute(new Outgoing(exchange, Map.copyOf(inQueues)));
  }
}
