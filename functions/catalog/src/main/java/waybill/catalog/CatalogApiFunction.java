package waybill.catalog;

import java.util.Map;
import waybill.kit.Env;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class CatalogApiFunction extends HttpFunction {

  public CatalogApiFunction() {
    this(System.getenv());
  }

  public CatalogApiFunction(Map<String, String> env) {
    super(env, service -> CatalogApi.routes(service, new Env(env).get("TOKEN_URL")));
  }
}
