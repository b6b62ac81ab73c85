package waybill.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route of a service, as its entry in the catalog says.
 *
 * @param route as template.yaml names it, {@code POST /orders}
 * @param takes the body's contract, or for GET the query parameters'
 * @param answers the statuses of an answer that is no refusal
 * @param scopes any of them lets a token through; without any the route is public
 * @param forgetful true if nothing of its answers is kept for a repetition
 */
public record RouteEntry(
    String route,
    String summary,
    @Nullable ContractId takes,
    ContractId gives,
    List<Integer> answers,
    List<String> scopes,
    @Nullable Boolean forgetful) {

  public String method() {
    return route.substring(0, route.indexOf(' '));
  }

  public String path() {
    return route.substring(route.indexOf(' ') + 1);
  }

  /** Whether a request may be repeated under its {@code Idempotency-Key}. */
  public boolean remembers() {
    return method().equals("POST") && !Boolean.TRUE.equals(forgetful);
  }

  public boolean isPublic() {
    return scopes.isEmpty();
  }
}
