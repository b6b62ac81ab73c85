package waybill.catalog;

import static waybill.contracts.exchange.ExchangeContracts.SUBSCRIPTION_CHANGED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.worker.Agenda.when;

import java.util.Map;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.kit.worker.WorkerFunction;

/**
 * Named by template.yaml. The catalog hears what subscriptions take; its worker passes on what it
 * says, and ends leases.
 */
public final class CatalogWorkerFunction extends WorkerFunction {

  public CatalogWorkerFunction() {
    this(System.getenv());
  }

  public CatalogWorkerFunction(Map<String, String> env) {
    super(env, CatalogWorkerFunction::inbox, CatalogWorkerFunction::agenda);
  }

  static Inbox inbox(Service service) {
    return Inbox.of(
        on(SUBSCRIPTION_CHANGED, told -> Subscribed.changed(told.data(), service.rows())));
  }

  static Agenda agenda(Service service) {
    Leases leases = new Leases(service.rows(), service.clock());
    return Agenda.of(when(Lease.LEASE, leases::ended));
  }
}
