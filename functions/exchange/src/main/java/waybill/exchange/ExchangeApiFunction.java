package waybill.exchange;

import java.util.Map;
import java.util.function.Consumer;
import waybill.exchange.books.BooksApi;
import waybill.exchange.desk.DeskApi;
import waybill.exchange.erase.ErasureApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.join.Joining;
import waybill.exchange.join.Spokesman;
import waybill.exchange.join.SubscriptionsApi;
import waybill.exchange.publish.PublishApi;
import waybill.exchange.pull.PullApi;
import waybill.exchange.pull.Pulling;
import waybill.exchange.pull.Telling;
import waybill.exchange.replay.ReplayApi;
import waybill.exchange.webhook.AllowList;
import waybill.exchange.webhook.Endpoints;
import waybill.exchange.webhook.Resolver;
import waybill.exchange.webhook.Secrets;
import waybill.kit.Env;
import waybill.kit.Limits;
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
    super(env, (deployed, aws) -> routes(deployed, aws, new Env(env)));
  }

  private static Routes routes(Service deployed, Aws aws, Env env) {
    Counters counters = aws.counters();
    Exchange exchange = new Exchange(deployed, Addresses.resendAfter(env), counters);
    Bindings bindings = new Bindings(deployed.catalog(), exchange.copies);
    Spokesman spokesman = new Spokesman(bindings::of, bindings::isService);
    String in = env.get("TURNS_QUEUE");
    var destinations =
        new KnownDestinations(
            in,
            aws::queueAt,
            new Endpoints(Resolver.system(), AllowList.parse(env.find("WEBHOOK_ALLOW").orElse(""))),
            Secrets.random());
    Consumer<String> wake = job -> new Turner(exchange.service, aws.queueAt(in)).accept(job);
    Joining joining =
        new Joining(
            exchange.service,
            exchange.subscriptions,
            exchange.jobs,
            destinations,
            new Orders(exchange.jobs, exchange.service.clock()),
            wake);
    int perMinute =
        env.find("QUOTA_PER_MINUTE").map(Integer::parseInt).orElse(Limits.PUBLISHED_PER_MINUTE);
    return new ExchangeApi(exchange.ledger, bindings, deployed.claims())
        .routes()
        .and(
            new PublishApi(
                    exchange.service,
                    exchange.copies,
                    bindings,
                    aws.queue("PUBLISHED_QUEUE"),
                    aws.tally(),
                    perMinute)
                .routes())
        .and(new SubscriptionsApi(exchange.subscriptions, spokesman, joining).routes())
        .and(
            new PullApi(
                    exchange.subscriptions,
                    spokesman,
                    new Pulling(exchange.service, exchange.lanes),
                    new Telling(
                        exchange.lanes,
                        exchange.receipts()::note,
                        exchange.flows::flush,
                        exchange.service.clock()))
                .routes())
        .and(
            new ReplayApi(exchange.service, exchange.subscriptions, bindings, exchange.jobs, wake)
                .routes())
        .and(
            new DeskApi(
                    exchange.service,
                    exchange.subscriptions,
                    spokesman,
                    exchange.desk(),
                    exchange.jobs,
                    wake)
                .routes())
        .and(new ErasureApi(exchange.service, exchange.jobs, wake).routes())
        .and(
            new BooksApi(
                    exchange.service,
                    exchange.ledger,
                    exchange.subscriptions,
                    bindings,
                    counters,
                    wake)
                .routes());
  }
}
