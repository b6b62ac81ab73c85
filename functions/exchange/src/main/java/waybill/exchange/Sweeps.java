package waybill.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Sweep;
import waybill.exchange.books.Audit;
import waybill.kit.Service;
import waybill.kit.outbox.Parcel;

/** Has every service of the deployment go through its table and state its books. */
final class Sweeps implements Audit.Asking {
  private final Service exchange;
  private final Queues queues;

  Sweeps(Service exchange, Queues queues) {
    this.exchange = exchange;
    this.queues = queues;
  }

  /** Who can't be asked now is waited for in vain, and named. */
  @Override
  public Set<String> forStatements(String audit) {
    for (String service : queues.members()) {
      try {
        ask(service, audit);
      } catch (RuntimeException e) {
        exchange.log().error("a service was not asked for its books", e, "to", service);
      }
    }
    return new LinkedHashSet<>(queues.members());
  }

  private void ask(String service, String audit) {
    var sweep = new Sweep(null, audit);
    var control =
        Control.of(exchange.ids().next(), exchange.name(), ExchangeContracts.SWEEP, sweep);
    queues
        .member(service)
        .ifPresent(in -> in.send(List.of(Parcel.of(control, exchange.name(), "sweep"))));
  }
}
