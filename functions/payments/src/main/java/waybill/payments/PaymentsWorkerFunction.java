package waybill.payments;

import java.util.Map;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. */
public final class PaymentsWorkerFunction extends WorkerFunction {

  public PaymentsWorkerFunction() {
    this(System.getenv());
  }

  public PaymentsWorkerFunction(Map<String, String> env) {
    super(env, service -> new PaymentsInbox(service.rows()).inbox());
  }
}
