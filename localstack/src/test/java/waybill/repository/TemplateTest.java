package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import waybill.local.template.Api;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Queue;
import waybill.local.template.Trigger;

/** Template, code and catalog agree on what is answered, who listens, and whose queue is which. */
class TemplateTest {
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /health",
          "POST /users",
          "POST /sessions",
          "POST /password-resets",
          "POST /password-resets/confirmations",
          "GET /openapi.json",
          "GET /asyncapi.json");
  private static final String PEOPLE = "aws.cognito.signin.user.admin";
  private static final String FOR_PEOPLE = "waybill/act-for-people";

  @Test
  void theRoutesOfTheTemplate_areExactlyThoseThatItsFunctionsAnswer() throws Exception {
    Map<String, Set<String>> answered = new TreeMap<>();
    for (FunctionSpec function : TheTemplate.STACK.functions())
      Handlers.says(function, "routes").ifPresent(routes -> answered.put(function.id(), routes));

    assertThat(answered).isNotEmpty().isEqualTo(routesOfTheTemplate());
  }

  private static Map<String, Set<String>> routesOfTheTemplate() {
    return TheTemplate.STACK.api().routes().stream()
        .collect(
            Collectors.groupingBy(
                Api.Route::functionId,
                TreeMap::new,
                Collectors.mapping(Api.Route::key, Collectors.toSet())));
  }

  @Test
  void onlyHealthRegistrationLoggingInAndTheDocumentsForTools_needNoToken() {
    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> route.authorizer() == null)
        .extracting(Api.Route::key)
        .containsExactlyInAnyOrderElementsOf(PUBLIC);
  }

  @Test
  void everyOtherRoute_asksForAScopeThatExists() {
    Set<String> scopes = new HashSet<>(TheTemplate.STACK.pool().machineScopes());
    scopes.addAll(List.of(PEOPLE, FOR_PEOPLE));
    for (Api.Route route : TheTemplate.STACK.api().routes())
      if (route.authorizer() != null)
        assertThat(scopes).as(route.key()).containsAll(TheTemplate.scopes(route));

    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> !PUBLIC.contains(route.key()) && TheTemplate.scopes(route).isEmpty())
        .extracting(Api.Route::key)
        .isEmpty();
  }

  @Test
  void noMachineOfTheTemplate_actsForPeople() {
    assertThat(TheTemplate.STACK.pool().machineScopes())
        .contains("waybill/publish", "waybill/subscribe", "waybill/register", "waybill/read")
        .doesNotContain(FOR_PEOPLE);
  }

  @Test
  void whatIsAPersons_isNotForEveryMachine() {
    assertThat(TheTemplate.STACK.api().routes())
        .filteredOn(route -> route.path().matches("/(orders|users/|accounts).*"))
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(TheTemplate.scopes(route))
                    .as(route.key())
                    .isSubsetOf(PEOPLE, FOR_PEOPLE));
  }

  @Test
  void aWorker_listensToExactlyWhatItsServiceConsumes() throws Exception {
    List<String> seen = new ArrayList<>();
    for (FunctionSpec function : TheTemplate.STACK.functions()) {
      var listensTo = Handlers.says(function, "listensTo");
      if (listensTo.isEmpty()) continue;
      seen.add(service(function));
      var entry = new ObjectMapper().readTree(Repository.text(entry(service(function))));
      assertThat(listensTo.get())
          .as("what %s listens to, and %s", function.id(), entry(service(function)))
          .isEqualTo(Set.copyOf(TheTemplate.texts(entry.path("consumes"))));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(queuesOf("OUT_QUEUE").keySet());
  }

  @Test
  void everyServiceOfTheTemplate_isInTheCatalog() {
    for (FunctionSpec function : TheTemplate.STACK.functions())
      if (!TheTemplate.isAtTheDoor(function.id()))
        assertThat(Repository.file(entry(service(function)))).isRegularFile();
  }

  @Test
  void theRouter_hearsTheOutQueueOfEachService_andKnowsWhoseItIs() {
    Map<String, String> out = arns(queuesOf("OUT_QUEUE"));

    assertThat(out).isNotEmpty().isEqualTo(pairs(router(), "OUT_QUEUES"));
    List<String> heard = new ArrayList<>(out.values());
    heard.add(router().environment().get("PUBLISHED_QUEUE_ARN"));
    assertThat(router().triggers().stream().map(TemplateTest::heard))
        .containsExactlyInAnyOrderElementsOf(heard);
  }

  @Test
  void whoeverPassesOnWhatIsPublished_knowsTheQueueThatTheRouterHears() {
    List<String> urls =
        TheTemplate.STACK.functions().stream()
            .map(function -> function.environment().get("PUBLISHED_QUEUE"))
            .filter(Objects::nonNull)
            .toList();

    assertThat(urls).hasSize(2);
    assertThat(urls.stream().map(TemplateTest::arn))
        .containsOnly(router().environment().get("PUBLISHED_QUEUE_ARN"));
  }

  @Test
  void whoeverSendsToServices_knowsTheInQueueOfEach() {
    List<FunctionSpec> senders =
        TheTemplate.STACK.functions().stream()
            .filter(function -> function.environment().containsKey("IN_QUEUES"))
            .toList();

    assertThat(senders).contains(router());
    for (FunctionSpec sender : senders)
      assertThat(pairs(sender, "IN_QUEUES")).as(sender.id()).isEqualTo(queuesOf("IN_QUEUE"));
  }

  @Test
  void everyService_isWokenByItsOwnInQueue() {
    for (FunctionSpec function : TheTemplate.STACK.functions()) {
      String in = function.environment().get("IN_QUEUE");
      if (in == null) continue;
      assertThat(function.triggers().stream().map(TemplateTest::heard))
          .as(function.id())
          .contains(arn(in));
    }
  }

  @Test
  void row29_everyService_takesWhatItsInQueueGaveUp() {
    for (FunctionSpec function : TheTemplate.STACK.functions()) {
      String in = function.environment().get("IN_QUEUE");
      if (in == null) continue;
      String dead = function.environment().getOrDefault("IN_DEAD_QUEUE", "");
      assertThat(redrive(in)).as(function.id()).contains(dead).contains("arn:");
      assertThat(function.triggers().stream().map(TemplateTest::heard))
          .as(function.id())
          .contains(dead);
    }
  }

  private static String redrive(String url) {
    return TheTemplate.STACK.queues().stream()
        .filter(queue -> queue.url().equals(url))
        .map(queue -> queue.attributes().getOrDefault("RedrivePolicy", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyInAndOutQueue_isSomeServices() {
    List<String> known = new ArrayList<>(queuesOf("IN_QUEUE").values());
    known.addAll(queuesOf("OUT_QUEUE").values());

    assertThat(TheTemplate.STACK.queues())
        .filteredOn(queue -> queue.id().matches(".*(In|Out)"))
        .extracting(Queue::url)
        .hasSameElementsAs(known);
  }

  private static FunctionSpec router() {
    return TheTemplate.STACK.function("ExchangeRouter");
  }

  private static String entry(String service) {
    return "contracts/catalog/services/" + service + ".json";
  }

  private static String service(FunctionSpec function) {
    return String.valueOf(function.environment().get("SERVICE"));
  }

  /** By service, the URL that its functions have under this name. */
  private static Map<String, String> queuesOf(String variable) {
    Map<String, String> queues = new TreeMap<>();
    for (FunctionSpec function : TheTemplate.STACK.functions()) {
      String url = function.environment().get(variable);
      if (url != null) queues.put(service(function), url);
    }
    return queues;
  }

  private static Map<String, String> arns(Map<String, String> urls) {
    Map<String, String> arns = new LinkedHashMap<>();
    urls.forEach((service, url) -> arns.put(service, arn(url)));
    return arns;
  }

  private static String arn(String url) {
    return TheTemplate.STACK.queues().stream()
        .filter(queue -> queue.url().equals(url))
        .map(Queue::arn)
        .findFirst()
        .orElseThrow(() -> new AssertionError(url + " is no queue of the template"));
  }

  private static String heard(Trigger trigger) {
    return trigger instanceof Trigger.OfQueue queue ? queue.queueArn() : trigger.id();
  }

  private static Map<String, String> pairs(FunctionSpec function, String variable) {
    return Pattern.compile(",")
        .splitAsStream(function.environment().getOrDefault(variable, ""))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
