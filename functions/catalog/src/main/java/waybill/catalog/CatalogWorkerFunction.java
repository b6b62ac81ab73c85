package waybill.catalog;

import static waybill.kit.worker.Agenda.when;

import java.util.Map;
import waybill.kit.Service;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.Agenda;
import waybill.kit.worker.WorkerFunction;

/**
 * Named by template.yaml. The catalog listens to nobody yet; its worker passes on what it says, and
 * ends leases.
 */
public final class CatalogWorkerFunction extends WorkerFunction {

  public CatalogWorkerFunction() {
    this(System.getenv());
  }

  public CatalogWorkerFunction(Map<String, String> env) {
    super(env, service -> Inbox.of(), CatalogWorkerFunction::agenda);
  }

  static Agenda agenda(Service service) {
    Leases leases = new Leases(service.rows(), service.clock());
    return Agenda.of(when(Lease.LEASE, leases::ended));
  }
}
