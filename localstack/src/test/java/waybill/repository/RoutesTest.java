package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import waybill.contracts.Catalog;
import waybill.contracts.RouteEntry;
import waybill.contracts.ServiceEntry;
import waybill.local.template.Api;
import waybill.local.template.FunctionSpec;

/** What the catalog says about routes, and exports to tools outside, is what is deployed. */
class RoutesTest {

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
  void theRoutesThatRemember_areThoseThatAreSaidTo() throws Exception {
    Set<String> code = new TreeSet<>();
    for (FunctionSpec function : TheTemplate.STACK.functions())
      Handlers.says(function, "remembers").ifPresent(code::addAll);

    Set<String> said = new TreeSet<>();
    for (ServiceEntry service : Catalog.builtIn().services())
      for (RouteEntry route : service.routes()) if (route.remembers()) said.add(route.route());
    assertThat(said).isNotEmpty().isEqualTo(code);
  }

  @Test
  void theScopesOfARoute_areThoseOfTheTemplate_orReadByTheDoor() {
    Map<String, Set<String>> template = new TreeMap<>();
    for (Api.Route route : TheTemplate.STACK.api().routes())
      template
          .computeIfAbsent(
              service(TheTemplate.STACK.function(route.functionId())), name -> new TreeSet<>())
          .add(route.key() + " " + new TreeSet<>(TheTemplate.scopes(route)));

    assertThat(said(route -> key(route) + " " + new TreeSet<>(scopes(route))))
        .isNotEmpty()
        .isEqualTo(template);
  }

  /** So that no team waits for a place in an audience list, which holds fifty. */
  @Test
  void exactlyTheRoutesThatMachinesMayTake_goThroughTheDoor() {
    Set<String> machines = new TreeSet<>();
    said(route -> hasMachines(route) ? key(route) : "").values().forEach(machines::addAll);
    machines.remove("");

    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> route.authorizer() instanceof Api.Lambda)
        .extracting(Api.Route::key)
        .containsExactlyInAnyOrderElementsOf(machines);
  }

  private static boolean hasMachines(JsonNode route) {
    return scopes(route).stream().anyMatch(scope -> scope.startsWith("waybill/"));
  }

  @Test
  void theDoor_decidesByTokenAndRoute_andIsAskedAgainInFiveMinutes() {
    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> route.authorizer() instanceof Api.Lambda)
        .extracting(Api.Route::authorizer)
        .containsOnly(
            new Api.Lambda(
                "Clients",
                "Door",
                List.of("$request.header.Authorization", "$context.routeKey"),
                Duration.ofMinutes(5)));
  }

  @Test
  void theRoutesOfPeopleAlone_takeTokensOfTheirClientsAlone() {
    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> route.authorizer() instanceof Api.Jwt)
        .isNotEmpty()
        .allSatisfy(
            route -> assertThat(route.scopes()).containsExactly("aws.cognito.signin.user.admin"))
        .extracting(Api.Route::authorizer)
        .containsOnly(
            new Api.Jwt(
                "Tokens",
                "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_UserPool",
                List.of("PeopleClient", "LoginClient")));
  }

  @Test
  void aRouteWithoutScopes_isPublicInTheTemplate() {
    List<String> open = new ArrayList<>();
    said(route -> scopes(route).isEmpty() ? key(route) : "").values().forEach(open::addAll);
    open.removeIf(String::isEmpty);

    assertThat(open)
        .containsExactlyInAnyOrderElementsOf(
            TheTemplate.STACK.api().routes().stream()
                .filter(route -> route.authorizer() == null)
                .map(Api.Route::key)
                .toList());
  }

  private static Map<String, Set<String>> said(Function<JsonNode, String> what) {
    Map<String, Set<String>> said = new TreeMap<>();
    for (JsonNode service : services())
      for (JsonNode route : service.path("routes"))
        said.computeIfAbsent(service.path("name").asText(), name -> new TreeSet<>())
            .add(what.apply(route));
    return said;
  }

  private static List<JsonNode> services() {
    return Repository.files(".json").stream()
        .filter(file -> Repository.name(file).matches("contracts/catalog/services/.*"))
        .map(file -> read(Repository.text(file)))
        .toList();
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String documents(JsonNode route) {
    String takes = route.has("takes") ? " " + route.path("takes").asText() : "";
    return key(route) + takes + " " + route.path("gives").asText();
  }

  private static String key(JsonNode route) {
    return route.path("route").asText();
  }

  private static List<String> scopes(JsonNode route) {
    return TheTemplate.texts(route.path("scopes")).stream().filter(it -> !it.isEmpty()).toList();
  }

  private static String service(FunctionSpec function) {
    return String.valueOf(function.environment().get("SERVICE"));
  }
}
