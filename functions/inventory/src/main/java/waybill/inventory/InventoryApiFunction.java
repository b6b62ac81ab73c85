package waybill.inventory;

import java.util.Map;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class InventoryApiFunction extends HttpFunction {

  public InventoryApiFunction() {
    this(System.getenv());
  }

  public InventoryApiFunction(Map<String, String> env) {
    super(env, service -> new InventoryApi(service.rows()).routes());
  }
}
