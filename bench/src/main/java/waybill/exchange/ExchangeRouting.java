package waybill.exchange;

import java.util.Map;
import java.util.function.Function;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** What the exchange's router does, under a catalog of whoever asks. */
public final class ExchangeRouting {
  private ExchangeRouting() {}

  public static Function<QueueEvent, Map<String, Object>> of(Aws aws, Env env, Service deployed) {
    Addresses addresses = Addresses.ofRouter(env);
    Exchange exchange = new Exchange(deployed, addresses.resendAfter(), aws.counters());
    Queues queues = new AwsQueues(aws, exchange.service, addresses, null);
    return new Post(exchange, addresses, queues)::take;
  }
}
