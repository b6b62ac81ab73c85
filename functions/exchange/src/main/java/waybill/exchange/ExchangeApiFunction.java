package waybill.exchange;

import java.util.Map;
import waybill.exchange.hear.Bindings;
import waybill.exchange.join.Joining;
import waybill.exchange.join.Spokesman;
import waybill.exchange.join.SubscriptionsApi;
import waybill.exchange.pull.PullApi;
import waybill.exchange.pull.Pulling;
import waybill.exchange.pull.Telling;
import waybill.exchange.webhook.AllowList;
import waybill.exchange.webhook.Endpoints;
import waybill.exchange.webhook.Resolver;
import waybill.exchange.webhook.Secrets;
import waybill.kit.Env;
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
    super(env, exchange -> routes(exchange, new Env(env)));
  }

  private static Routes routes(Service deployed, Env env) {
    Aws aws = new Aws(env);
    Exchange exchange = new Exchange(deployed, Addresses.resendAfter(env));
    Bindings bindings = new Bindings(deployed.catalog());
    Spokesman spokesman = new Spokesman(bindings::of, bindings::isService);
    String in = env.get("IN_QUEUE");
    var destinations =
        new KnownDestinations(
            in,
            aws::queueAt,
            new Endpoints(Resolver.system(), AllowList.parse(env.find("WEBHOOK_ALLOW").orElse(""))),
            Secrets.random());
    Joining joining =
        new Joining(
            exchange.service,
            exchange.subscriptions,
            exchange.jobs,
            destinations,
            new Orders(exchange.jobs),
            job -> new Turner(exchange.service, aws.queueAt(in)).accept(job));
    return new ExchangeApi(exchange.ledger, bindings, deployed.claims())
        .routes()
        .and(new SubscriptionsApi(exchange.subscriptions, spokesman, joining).routes())
        .and(
            new PullApi(
                    exchange.subscriptions,
                    spokesman,
                    new Pulling(exchange.service, exchange.lanes),
                    new Telling(
                        exchange.lanes, exchange.receipts()::note, exchange.service.clock()))
                .routes());
  }
}
