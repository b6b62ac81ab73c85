package waybill.exchange;

import java.util.Map;
import waybill.exchange.ledger.Ledger;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class ExchangeApiFunction extends HttpFunction {

  public ExchangeApiFunction() {
    this(System.getenv());
  }

  public ExchangeApiFunction(Map<String, String> env) {
    super(
        env,
        exchange ->
            new ExchangeApi(
                    new Ledger(exchange), new Subscriptions(exchange.catalog()), exchange.claims())
                .routes());
  }
}
