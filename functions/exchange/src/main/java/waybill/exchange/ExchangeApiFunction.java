package waybill.exchange;

import java.util.Map;
import waybill.exchange.books.BooksApi;
import waybill.exchange.hear.Bindings;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.commit.Counters;
import waybill.kit.http.HttpFunction;
import waybill.kit.http.Routes;

/** Named by template.yaml. */
public final class ExchangeApiFunction extends HttpFunction {
  public ExchangeApiFunction() {
    this(System.getenv());
  }

  public ExchangeApiFunction(Map<String, String> env) {
    super(env, (deployed, aws) -> routes(deployed, aws));
  }

  private static Routes routes(Service deployed, Aws aws) {
    Counters counters = aws.counters();
    Exchange exchange = new Exchange(deployed, Addresses.RESENDS_NOTHING, counters);
    Bindings bindings = new Bindings(deployed.catalog());
    return new ExchangeApi(exchange.ledger, bindings)
        .routes()
        .and(
            new BooksApi(
                    exchange.service, exchange.ledger, exchange.subscriptions, bindings, counters)
                .routes());
  }
}
