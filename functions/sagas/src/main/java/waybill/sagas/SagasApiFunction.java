package waybill.sagas;

import java.util.Map;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class SagasApiFunction extends HttpFunction {

  public SagasApiFunction() {
    this(System.getenv());
  }

  public SagasApiFunction(Map<String, String> env) {
    super(
        env,
        deployed -> Coordinator.of(deployed).service(),
        (service, aws) -> Coordinator.of(service).routes());
  }
}
