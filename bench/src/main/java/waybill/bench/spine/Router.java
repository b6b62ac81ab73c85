package waybill.bench.spine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import waybill.exchange.ExchangeRouting;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** The exchange among its members. */
public final class Router {
  private static final String EXCHANGE = "exchange";

  private final Function<QueueEvent, Map<String, Object>> routes;
  final Ledger ledger;

  public Router(Machine machine, List<Member> members) {
    String table = machine.shapes.table("ExchangeTable", EXCHANGE);
    Env env =
        machine.env(
            EXCHANGE,
            table,
            Map.of(
                "OUT_QUEUES", addresses(members, member -> member.out.arn()),
                "IN_QUEUES", addresses(members, member -> member.in.url()),
                "PUBLISHED_QUEUE_ARN", "none"));
    Aws aws = new Aws(env);
    this.routes = ExchangeRouting.of(aws, env, machine.service(aws));
    this.ledger = new Ledger(machine.table(table));
  }

  private static String addresses(List<Member> members, Function<Member, String> of) {
    return members.stream()
        .map(member -> member.name + "=" + of.apply(member))
        .collect(Collectors.joining(","));
  }

  public Function<QueueEvent, Map<String, Object>> routes() {
    return routes;
  }
}
