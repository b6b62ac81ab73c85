package waybill.exchange;

import java.util.Map;
import waybill.exchange.erase.ErasureApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.job.Jobs;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.ReplayApi;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;
import waybill.kit.http.HttpFunction;
import waybill.kit.http.Routes;

/** Named by template.yaml. */
public final class ExchangeApiFunction extends HttpFunction {

  public ExchangeApiFunction() {
    this(System.getenv());
  }

  public ExchangeApiFunction(Map<String, String> env) {
    super(env, ExchangeApiFunction::routes);
  }

  private static Routes routes(Service exchange) {
    Bindings bindings = new Bindings(exchange.catalog());
    Jobs jobs = new Jobs(exchange);
    var subscriptions = new Subscriptions(exchange.catalog(), exchange.table(), exchange.ids());
    return new ExchangeApi(new Ledger(exchange), bindings)
        .routes()
        .and(new ReplayApi(exchange, subscriptions, bindings, jobs).routes())
        .and(new ErasureApi(exchange, jobs).routes());
  }
}
