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
 */
public record RouteEntry(
    String route,
    String summary,
    @Nullable ContractId takes,
    ContractId gives,
    List<Integer> answers,
    List<String> scopes) {

  public String method() {
    return route.substring(0, route.indexOf(' '));
  }

  public String path() {
    return route.substring(route.indexOf(' ') + 1);
  }

  public boolean isPublic() {
    return scopes.isEmpty();
  }
}
