package waybill.catalog;

import java.util.Map;
import waybill.kit.inbox.Inbox;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. The catalog listens to nobody yet; its worker passes on what it says. */
public final class CatalogWorkerFunction extends WorkerFunction {

  public CatalogWorkerFunction() {
    this(System.getenv());
  }

  public CatalogWorkerFunction(Map<String, String> env) {
    super(env, service -> Inbox.of());
  }
}
