package waybill.users;

import java.util.Map;
import waybill.kit.http.HttpFunction;

/** Named by template.yaml. */
public final class UsersApiFunction extends HttpFunction {

  public UsersApiFunction() {
    this(System.getenv());
  }

  public UsersApiFunction(Map<String, String> env) {
    super(env, service -> new UsersApi(service.rows(), service.ids(), service.clock()).routes());
  }
}
