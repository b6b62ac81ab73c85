package waybill.inventory;

import java.util.Map;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. */
public final class InventoryWorkerFunction extends WorkerFunction {

  public InventoryWorkerFunction() {
    this(System.getenv());
  }

  public InventoryWorkerFunction(Map<String, String> env) {
    super(env, service -> new InventoryInbox(service.rows()).inbox());
  }
}
