package waybill.exchange;

import java.util.Map;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.publish.PublishApi;
import waybill.kit.Env;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.http.HttpFunction;
import waybill.kit.http.Routes;

/** Named by template.yaml. */
public final class ExchangeApiFunction extends HttpFunction {

  public ExchangeApiFunction() {
    this(System.getenv());
  }

  public ExchangeApiFunction(Map<String, String> env) {
    super(env, (deployed, aws) -> routes(deployed, aws, new Env(env)));
  }

  private static Routes routes(Service deployed, Aws aws, Env env) {
    Copies copies = new Copies(deployed.rows());
    Service exchange = copies.known(deployed);
    Bindings bindings = new Bindings(deployed.catalog(), copies);
    int perMinute =
        env.find("QUOTA_PER_MINUTE").map(Integer::parseInt).orElse(Limits.PUBLISHED_PER_MINUTE);
    return new ExchangeApi(new Ledger(exchange), bindings)
        .routes()
        .and(
            new PublishApi(
                    exchange,
                    copies,
                    bindings,
                    aws.queue("PUBLISHED_QUEUE"),
                    aws.tally(),
                    perMinute)
                .routes());
  }
}
