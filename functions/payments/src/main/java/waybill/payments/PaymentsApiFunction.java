package waybill.payments;

import java.util.Map;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class PaymentsApiFunction extends HttpFunction {

  public PaymentsApiFunction() {
    this(System.getenv());
  }

  public PaymentsApiFunction(Map<String, String> env) {
    super(env, service -> new PaymentsApi(service).routes());
  }
}
