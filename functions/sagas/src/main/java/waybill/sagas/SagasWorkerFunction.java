package waybill.sagas;

import java.util.Map;
import waybill.kit.worker.WorkerFunction;

/** Named by template.yaml. */
public final class SagasWorkerFunction extends WorkerFunction {

  public SagasWorkerFunction() {
    this(System.getenv());
  }

  public SagasWorkerFunction(Map<String, String> env) {
    super(
        env,
        deployed -> Coordinator.of(deployed).service(),
        service -> Coordinator.of(service).inbox(),
        service -> Coordinator.of(service).agenda());
  }
}
