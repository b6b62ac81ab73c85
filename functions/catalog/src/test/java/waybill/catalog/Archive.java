package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Routes;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/**
 * The contracts' side of the catalog on a table in memory: what a test asks, and what is behind.
 */
final class Archive {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller MEMBER = Caller.person("mia", "member");
  static final Caller SHOP = Caller.machine("shop-1");
  static final Caller STRANGER = Caller.machine("stranger");

  static final String TEXT = "{\"type\":\"string\"}";
  static final String INTEGER = "{\"type\":\"integer\"}";

  private static final BuiltInContracts BUILT_IN = new BuiltInContracts(Given.CATALOG);

  final HandClock clock = new HandClock();
  final List<Use> uses = new ArrayList<>();
  final Routes routes;
  final MemoryTable table = new MemoryTable();
  private final HttpTesting http;

  Archive() {
    this(Judge.standard());
  }

  Archive(Judge judge) {
    this(judge, table -> table);
  }

  Archive(Judge judge, UnaryOperator<Table> around) {
    Service service = Given.service("catalog", around.apply(table), clock);
    Map<String, Set<String>> bound = Map.of("shop-1", Set.of("shop"), "users", Set.of("users"));
    Owners owners = client -> bound.getOrDefault(client, Set.of());
    Consumers consumers = name -> uses.stream().filter(u -> u.takes().name().equals(name)).toList();
    this.routes = new ContractsApi(service, BUILT_IN, owners, consumers, judge).routes();
    this.http = new HttpTesting(service, routes);
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  Answered get(String path) {
    return as(STRANGER).get(path);
  }

  /** One that promises what is usual. */
  Answered define(String name, String kind) {
    return define(name, kind, "BACKWARD_TRANSITIVE");
  }

  Answered define(String name, String kind, String mode) {
    return put(
        name, Json.write(Map.of("kind", kind, "summary", "A " + kind, "compatibility", mode)));
  }

  Answered put(String name, String body) {
    return as(SHOP).put("/contracts/" + name, body);
  }

  Answered register(String name, String schema) {
    return as(SHOP).post("/contracts/" + name + "/versions", schema(schema));
  }

  Answered judge(String name, String schema) {
    return as(STRANGER).post("/contracts/" + name + "/compatibility", schema(schema));
  }

  /** A contract of the shop with these versions. */
  Archive with(String name, String... schemas) {
    assertThat(define(name, "type", "NONE").status()).isLessThan(300);
    for (String schema : schemas) assertThat(register(name, schema).status()).isEqualTo(201);
    return this;
  }

  Archive used(String service, String id) {
    uses.add(new Use(service, ContractId.parse(id)));
    return this;
  }

  static String schema(String schema) {
    return "{\"schema\":" + schema + "}";
  }

  int items(String kind) {
    return (int) table.items().stream().filter(item -> item.kind().equals(kind)).count();
  }

  /** Everything that was ever said, since nothing here takes it away. */
  List<Message> said() {
    return table.items().stream()
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .sorted(
            Comparator.comparing((Message one) -> one.id().key())
                .thenComparing(one -> one.id().sequence()))
        .toList();
  }

  Message lastSaid() {
    List<Message> said = said();
    return said.get(said.size() - 1);
  }
}
