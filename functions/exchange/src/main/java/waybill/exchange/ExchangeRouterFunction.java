package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml. */
public final class ExchangeRouterFunction implements RequestStreamHandler {
  private final Post post;

  public ExchangeRouterFunction() {
    this(System.getenv());
  }

  public ExchangeRouterFunction(Map<String, String> env) {
    Aws aws = new Aws(new Env(env));
    Addresses addresses = Addresses.ofRouter(new Env(env));
    Exchange exchange = new Exchange(aws.service(), addresses.resendAfter(), aws.counters());
    Queues queues = new AwsQueues(aws, exchange.service, addresses, aws.queue("HOOKS_QUEUE"));
    this.post = new Post(exchange, addresses, queues);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(Json.bytes(post.take(QueueEvent.read(in))));
  }
}
