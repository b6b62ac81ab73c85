package waybill.local.template;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API: its routes, each with what it asks of a token.
 *
 * @param accessLog the form of a line of it; null without one
 */
public record Api(List<Route> routes, Cors cors, @Nullable String accessLog) {

  /** One route; without an authorizer it is public. */
  public record Route(
      String functionId,
      String method,
      String path,
      @Nullable Authorizer authorizer,
      List<String> scopes) {

    public String key() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /** Who decides whether a request may take its route. */
  public sealed interface Authorizer {}

  /** A JWT authorizer. */
  public record Jwt(String name, String issuer, List<String> audience) implements Authorizer {}

  /**
   * A Lambda authorizer with payload format 2.0 and simple responses.
   *
   * @param identitySources under whose values an answer is kept, as {@code $context.routeKey}
   */
  public record Lambda(String name, String functionId, List<String> identitySources, Duration kept)
      implements Authorizer {}
}
