package waybill.users;

import java.util.Map;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.ask.Ask;
import waybill.kit.http.HttpFunction;
import waybill.kit.http.Routes;

/** Named by template.yaml. */
public final class UsersApiFunction extends HttpFunction {

  public UsersApiFunction() {
    this(System.getenv());
  }

  public UsersApiFunction(Map<String, String> env) {
    super(env, service -> routes(service, CognitoAccounts.of(new Env(env))));
  }

  private static Routes routes(Service service, Accounts accounts) {
    return new UsersApi(service, service.ids(), accounts, Ask.over(service))
        .routes()
        .and(new SessionsApi(service, accounts).routes());
  }
}
