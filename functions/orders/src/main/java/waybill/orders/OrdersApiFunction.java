package waybill.orders;

import java.util.Map;
import waybill.kit.ask.Ask;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class OrdersApiFunction extends HttpFunction {

  public OrdersApiFunction() {
    this(System.getenv());
  }

  public OrdersApiFunction(Map<String, String> env) {
    super(env, service -> new OrdersApi(service, Ask.over(service)).routes());
  }
}
