package waybill.exchange.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.contracts.exchange.FlowList;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.kit.Service;

/** Says by the minute what an operator wants to be woken by. */
public final class Gauges {

  /** More are not counted: an alarm needs no more. */
  private static final int PARKED_MAX = 100;

  private final Service exchange;
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final Flows flows;
  private final AuditRows audits;

  public Gauges(Service exchange, Ledger ledger, Subscriptions subscriptions, Flows flows) {
    this.exchange = exchange;
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.flows = flows;
    this.audits = new AuditRows(exchange);
  }

  public void minute() {
    List<FlowList.Flow> all = flows.now("", "");
    all.forEach(this::say);
    AuditRows.Last last = audits.last();
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("backlog", all.stream().mapToLong(FlowList.Flow::backlog).sum());
    values.put("oldest_age", all.stream().mapToDouble(Gauges::age).max().orElse(0));
    values.put("parked", parked());
    if (last != null) values.put("unbalanced", last.unbalanced());
    exchange.log().metrics(Map.of("service", exchange.name()), values);
  }

  private static double age(FlowList.Flow flow) {
    Double age = flow.oldestAge();
    return age == null ? 0 : age;
  }

  private void say(FlowList.Flow flow) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    dimensions.put("contract", flow.contract());
    dimensions.put("subscriber", flow.subscriber());
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("produced", flow.produced());
    values.put("handled", flow.handled());
    values.put("backlog", flow.backlog());
    values.put("oldest_age", age(flow));
    exchange.log().metrics(dimensions, values);
  }

  private long parked() {
    long parked = 0;
    for (Subscription one : subscriptions.now().all())
      parked += ledger.list(Delivery.parkedOf(one.id()), null, PARKED_MAX).items().size();
    return parked;
  }
}
