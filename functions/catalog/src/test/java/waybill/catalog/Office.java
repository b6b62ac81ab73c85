package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.SubscriptionChanged;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Judge;
import waybill.contracts.verdict.Verdict;
import waybill.kit.Service;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Routes;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** The registry of services on a table in memory: what a test asks of it, and what lies behind. */
final class Office {
  static final Caller OPERATOR = Caller.person("olga", "operator");
  static final Caller MEMBER = Caller.person("mia", "member");
  static final Caller VISITOR = Caller.person("vera");
  static final Caller PARCELS = Caller.machine("parcels-client");
  static final Caller STRANGER = Caller.machine("another-client");

  private static final BuiltInServices BUILT_IN_SERVICES = new BuiltInServices(Given.CATALOG);
  private static final BuiltInContracts BUILT_IN_CONTRACTS = new BuiltInContracts(Given.CATALOG);

  final HandClock clock = new HandClock();
  final MemoryTable table = new MemoryTable();
  final Routes routes;
  private final Service service;
  private final Registry registry;
  private final HttpTesting http;
  private final Worker worker;

  Office() {
    this(around -> around);
  }

  Office(UnaryOperator<Table> around) {
    Service given = Given.service("catalog", around.apply(table), clock);
    Service service =
        new Service(
            given.name(),
            given.table(),
            given.blobs(),
            given.catalog(),
            clock,
            given.ids(),
            tries -> clock.pass(Duration.ofMillis(500)),
            given.log());
    this.registry = new Registry(BUILT_IN_SERVICES, service.rows());
    this.service = service;
    this.routes =
        ServicesApi.of(
                service,
                registry,
                new Contracts(BUILT_IN_CONTRACTS, service.rows()),
                Office::ofTypes)
            .routes();
    this.http = new HttpTesting(service, routes);
    this.worker =
        new Worker(
            service,
            CatalogWorkerFunction.inbox(service),
            CatalogWorkerFunction.agenda(service),
            new MemoryQueue(),
            new MemoryQueue());
  }

  /** The exchange says so, for the nth time about this subscription. */
  void hears(long sequence, String service, String subscription, String... takes) {
    var changed = new SubscriptionChanged(subscription, service, List.of(takes), clock.instant());
    var message =
        new Message(
            new MessageId("exchange", subscription, sequence),
            ExchangeContracts.SUBSCRIPTION_CHANGED.id(),
            clock.instant(),
            "c1",
            null,
            0,
            null,
            sequence - 1,
            Json.tree(changed));
    worker.messages(
        new QueueEvent(List.of(new QueueEvent.Entry("m", "in", "g", message.toJson()))));
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  /** A service of which a test wants to know nothing else; the parcels' client speaks for it. */
  Answered parcels(Object... more) {
    return put(OPERATOR, "parcels", with("client_ids", List.of("parcels-client"), more));
  }

  Answered put(Caller caller, String name, Map<String, Object> document) {
    return as(caller).put("/services/" + name, Json.write(document));
  }

  /** A contract that may change as it likes, with these versions. */
  void contract(String name, String kind, String... schemas) {
    define("NONE", name, kind, schemas);
  }

  private void define(String mode, String name, String kind, String... schemas) {
    Map<String, Object> contract = new TreeMap<>();
    contract.put("kind", kind);
    contract.put("summary", "What a test needs.");
    contract.put("compatibility", mode);
    if (kind.equals("command")) contract.put("senders", List.of());
    if (kind.equals("event")) contract.put("key", "/id");
    HttpTesting.Asking operator = contracts().as(OPERATOR);
    accepted(operator.put("/contracts/" + name, Json.write(contract)));
    for (String schema : schemas)
      accepted(operator.post("/contracts/" + name + "/versions", "{\"schema\":" + schema + "}"));
  }

  /** An event that promises what is usual. */
  void event(String name, String schema) {
    define("BACKWARD_TRANSITIVE", name, "event", schema);
  }

  /** The other half of the catalog, over the same table. */
  HttpTesting contracts() {
    return new HttpTesting(
        service,
        new ContractsApi(service, BUILT_IN_CONTRACTS, registry, registry, Office::ofTypes)
            .routes());
  }

  /** What it answers about sagas, over the same table. */
  HttpTesting sagas() {
    Contracts contracts = new Contracts(BUILT_IN_CONTRACTS, service.rows());
    return new HttpTesting(
        service, new SagasApi(service, contracts, registry, Judge.standard()).routes());
  }

  /** Looks at the type of the id, which is all that differs here. */
  private static Verdict ofTypes(JsonNode from, JsonNode to) {
    String written = from.at("/properties/id/type").asText();
    if (written.equals(to.at("/properties/id/type").asText())) return Verdict.compatible();
    String witness = written.equals("string") ? "{\"id\":\"a\"}" : "{\"id\":7}";
    return Verdict.breaking(
        List.of(
            new Break("type", "/properties/id/type", "/properties/id/type", Json.parse(witness))));
  }

  private static void accepted(Answered answered) {
    if (answered.status() >= 300) throw new AssertionError(answered.body());
  }

  Answered heartbeat(Caller caller) {
    return as(caller).post("/services/parcels/heartbeat", "");
  }

  Answered changes(String query) {
    return as(MEMBER).get("/services/changes" + query);
  }

  /** A minute passes, and the worker is called as each minute. */
  void minute() {
    clock.pass(Duration.ofMinutes(1));
    worker.order("minute");
  }

  /** Name, value, name, value; what is not named is plain. */
  static Map<String, Object> with(Object... more) {
    Map<String, Object> document = new TreeMap<>();
    document.put("summary", "Parcels and where they are.");
    document.put("provides", List.of());
    document.put("consumes", List.of());
    for (int at = 0; at < more.length; at++)
      if (more[at] instanceof Object[] nested) putAll(document, nested);
      else document.put(String.valueOf(more[at]), more[++at]);
    return document;
  }

  private static void putAll(Map<String, Object> document, Object... more) {
    for (int at = 0; at < more.length; at += 2)
      document.put(String.valueOf(more[at]), more[at + 1]);
  }

  /** What was said, in the order of each service's sequence. */
  List<String> said() {
    return messages().stream()
        .map(one -> one.data().path("name").asText() + " " + one.data().path("change").asText())
        .toList();
  }

  List<Message> messages() {
    return table.items().stream()
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .sorted(
            Comparator.comparing((Message one) -> one.id().key())
                .thenComparing(one -> one.id().sequence()))
        .toList();
  }

  Rows rows() {
    return new Rows(table, clock);
  }

  /** The changes that an answer lists, each as {@code 1 parcels registered}. */
  static List<String> listed(Answered answered) {
    return answered.body().path("items").findValues("changed").stream()
        .map(one -> one.path("name").asText() + " " + one.path("change").asText())
        .toList();
  }
}
