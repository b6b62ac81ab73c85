package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import waybill.contracts.Catalog;
import waybill.contracts.RouteEntry;
import waybill.contracts.ServiceEntry;
import waybill.local.template.Api;
import waybill.local.template.FunctionSpec;

/** What the catalog says about routes, and exports to tools outside, is what is deployed. */
class RoutesTest {
  private final Catalog catalog = Catalog.at(Repository.file("contracts/catalog"));

  @Test
  void theDocumentsOfARoute_areThoseThatItsFunctionTakesAndGives() throws Exception {
    Map<String, Set<String>> code = new TreeMap<>();
    for (FunctionSpec function : TheTemplate.STACK.functions())
      Handlers.says(function, "documents")
          .ifPresent(
              documents ->
                  code.computeIfAbsent(service(function), name -> new TreeSet<>())
                      .addAll(documents));

    assertThat(said(RoutesTest::documents)).isNotEmpty().isEqualTo(code);
  }

  @Test
  void theScopesOfARoute_areThoseOfTheTemplate() {
    Map<String, Set<String>> template = new TreeMap<>();
    for (Api.Route route : TheTemplate.STACK.api().routes())
      template
          .computeIfAbsent(
              service(TheTemplate.STACK.function(route.functionId())), name -> new TreeSet<>())
          .add(route.key() + " " + new TreeSet<>(route.scopes()));

    assertThat(said(route -> route.route() + " " + new TreeSet<>(route.scopes())))
        .isNotEmpty()
        .isEqualTo(template);
  }

  @Test
  void aRouteWithoutScopes_isPublicInTheTemplate() {
    assertThat(
            catalog.services().stream()
                .flatMap(service -> service.routes().stream())
                .filter(RouteEntry::isPublic)
                .map(RouteEntry::route))
        .containsExactlyInAnyOrderElementsOf(
            TheTemplate.STACK.api().routes().stream()
                .filter(route -> route.authorizer() == null)
                .map(Api.Route::key)
                .toList());
  }

  private Map<String, Set<String>> said(Function<RouteEntry, String> what) {
    Map<String, Set<String>> said = new TreeMap<>();
    for (ServiceEntry service : catalog.services())
      if (!service.routes().isEmpty())
        said.put(
            service.name(),
            service.routes().stream().map(what).collect(Collectors.toCollection(TreeSet::new)));
    return said;
  }

  private static String documents(RouteEntry route) {
    return route.route() + (route.takes() == null ? "" : " " + route.takes()) + " " + route.gives();
  }

  private static String service(FunctionSpec function) {
    return String.valueOf(function.environment().get("SERVICE"));
  }
}
