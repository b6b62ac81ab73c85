package waybill.orders;

import java.util.Map;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. */
public final class OrdersWorkerFunction extends WorkerFunction {

  public OrdersWorkerFunction() {
    this(System.getenv());
  }

  public OrdersWorkerFunction(Map<String, String> env) {
    super(env, service -> new OrdersInbox(service).inbox());
  }
}
