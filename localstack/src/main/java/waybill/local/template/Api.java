package waybill.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP API: its routes, each with what it asks of a token. */
public record Api(List<Route> routes, Cors cors) {

  /** One route; without an authorizer it is public. */
  public record Route(
      String functionId,
      String method,
      String path,
      @Nullable Jwt authorizer,
      List<String> scopes) {

    public String key() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /** A JWT authorizer. */
  public record Jwt(String name, String issuer, List<String> audience) {}
}
