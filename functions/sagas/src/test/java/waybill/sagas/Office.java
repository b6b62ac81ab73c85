package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.catalog.CatalogContracts.SAGA_REGISTERED;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Carried;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Control;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.catalog.ServiceChange;
import waybill.contracts.catalog.ServiceChanged;
import waybill.contracts.catalog.ServiceState;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.TimelineEntry;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Row;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.inbox.Standing;
import waybill.kit.outbox.Relay;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;
import waybill.sagas.course.Saga;

/** The coordinator on a table in memory: what it hears, what it says, and its minutes. */
final class Office implements KeepsBooks {
  static final Caller OPERATOR = Caller.person("olga", "operator");

  final HandClock clock = new HandClock();
  final MemoryTable table = new MemoryTable();
  final MemoryQueue in = new MemoryQueue();
  final MemoryQueue out = new MemoryQueue();

  /** One source of ids for all copies of the function: no two commits have the same. */
  private final Service service = Given.service("sagas", table, clock);

  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, TreeSet<Long>> given = new TreeMap<>();
  private int registered;

  Office() {
    register(Buying.definition());
  }

  void register(JsonNode definition, SagaRegistered.Told... others) {
    hear(Buying.registered("buy", ++registered, definition, List.of(others)));
  }

  void hear(SagaRegistered told) {
    deliver(next("catalog", told.name(), SAGA_REGISTERED.id().toString(), null, Json.tree(told)));
  }

  /** From now on these clients speak for it. */
  void serviceChanged(String name, String... clients) {
    ServiceChanged told =
        new ServiceChanged(
            name,
            ServiceChange.CHANGED,
            ServiceState.HERE,
            "One.",
            List.of(clients),
            List.of(),
            List.of(),
            null,
            null,
            clock.instant());
    deliver(next("catalog", name, SERVICE_CHANGED.id().toString(), null, Json.tree(told)));
  }

  Worker worker(Table view) {
    Coordinator coordinator = coordinator(view);
    return new Worker(coordinator.service(), coordinator.inbox(), coordinator.agenda(), in, out);
  }

  private Coordinator coordinator(Table view) {
    return new Coordinator(service.over(view), Catalog.builtIn());
  }

  HttpTesting.Asking as(Caller caller) {
    return as(caller, table);
  }

  HttpTesting.Asking as(Caller caller, Table view) {
    Coordinator coordinator = coordinator(view);
    return new HttpTesting(coordinator.service(), coordinator.routes()).as(caller);
  }

  /** The next thing that a source says about a key. */
  Message next(
      String source, String key, String contract, @Nullable String causation, JsonNode data) {
    long sequence = sequences.merge(source + "~" + key, 1L, Long::sum);
    return new Message(
        new MessageId(source, key, sequence),
        ContractId.parse(contract),
        clock.instant(),
        "c-" + key,
        causation,
        causation == null ? 0 : 2,
        null,
        sequence - 1,
        data);
  }

  Message bought(String id) {
    return next("shop", id, Buying.BOUGHT, null, Json.parse(order(id)));
  }

  private static String order(String id) {
    return "{\"id\":\"" + id + "\",\"lines\":[{\"sku\":\"tea\",\"note\":\"n\"}],\"more\":1}";
  }

  Message regretted(String id) {
    return next("shop", id, Buying.REGRETTED, null, Json.object().put("id", id));
  }

  /** How a participant answers what the saga said. */
  Message answer(Message command, String contract) {
    JsonNode data = Json.object().put("id", command.data().path("id").asText()).put("total", 7);
    String owner = ContractId.parse(contract).owner();
    String key = command.data().path("id").asText();
    return next(owner, key, contract, command.id().toString(), data);
  }

  void deliver(Message... messages) {
    for (Message message : messages) deliver(message, table, 1);
  }

  /** On another view of the table, as another copy of the function might have. */
  void deliver(Message message, Table view, int receives) {
    MessageId id = message.id();
    given.computeIfAbsent(id.source() + "~" + id.key(), k -> new TreeSet<>()).add(id.sequence());
    take(message.toJson(), view, receives);
  }

  private void take(String body, Table view, int receives) {
    var entry = new QueueEvent.Entry("sqs-1", "in", "group", body, receives);
    Object answer = worker(view).messages(new QueueEvent(List.of(entry)));
    assertThat(answer).isEqualTo(Map.of("batchItemFailures", List.of()));
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  void minute() {
    minute(table);
  }

  void minute(Table view) {
    worker(view).order("minute");
    for (String body : in.take()) take(body, view, 1);
    in.forget();
  }

  Saga saga(String id) {
    return row(id).value().orElseThrow();
  }

  Row<Saga> row(String id) {
    return coordinator(table).service().rows().at(Sagas.SAGA, "buy." + id);
  }

  SagaState state(String id) {
    return saga(id).state();
  }

  /** Everything that a saga ever said, since nothing here takes it away. */
  List<Message> said(String id) {
    return saidBy("buy." + id);
  }

  List<Message> saidBy(String saga) {
    return table.items().stream()
        .filter(item -> item.key().partition().equals(saga))
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .toList();
  }

  List<String> saidNames(String id) {
    return said(id).stream().map(one -> one.contract().name()).toList();
  }

  Message lastSaid(String id) {
    List<Message> said = said(id);
    return said.get(said.size() - 1);
  }

  /** Answers what was said last. */
  void answers(String id, String contract) {
    deliver(answer(lastSaid(id), contract));
  }

  /** All goes well up to where the charge is asked for. */
  void reserved(String id) {
    deliver(bought(id));
    answers(id, "store.reserved/1");
  }

  List<Happening> happened(String id) {
    return saga(id).timeline().stream().map(TimelineEntry::what).toList();
  }

  List<String> ignored(String id) {
    return saga(id).timeline().stream()
        .filter(entry -> entry.what() == Happening.IGNORED)
        .map(entry -> String.valueOf(entry.reason()))
        .toList();
  }

  int timers() {
    return (int) table.items().stream().filter(item -> item.kind().equals("timer")).count();
  }

  /** What the exchange has heard since the last time. */
  List<Receipt> receipts() {
    new Relay(out, table, clock, Given.silence()).send(table.changes());
    List<Receipt> receipts = new ArrayList<>();
    for (String body : out.take())
      if (Carried.parse(body) instanceof Control control
          && control.contract().equals(ExchangeContracts.RECEIPT.id()))
        receipts.addAll(Given.CATALOG.read(ExchangeContracts.RECEIPT, control.data()).receipts());
    return receipts;
  }

  List<Outcome> outcomes() {
    return receipts().stream().map(Receipt::outcome).toList();
  }

  /**
   * Each message that was given has ended once; each saga has said as many messages as its item has
   * sequences, and has a timer if it waits for something.
   */
  @Override
  public void balance() {
    table.balance();
    for (Item item : table.items()) {
      if (item.kind().equals(Standing.KIND)) balance(Standing.of(item));
      if (item.kind().equals("saga")) balance(item);
    }
  }

  private void balance(Standing standing) {
    var heard = given.getOrDefault(standing.key().partition(), new TreeSet<>());
    assertThat(standing.parked()).as("parked of %s", standing.key()).isZero();
    assertThat(standing.tally().handled() + standing.tally().refused())
        .as("ended of %s", standing.key())
        .isEqualTo(heard.size());
  }

  private void balance(Item item) {
    Saga saga = Json.bind(Json.parse(item.doc()), Saga.class);
    assertThat(saga.said()).isEqualTo(item.sequence());
    Instant earliest =
        saga.runs().values().stream()
            .map(run -> run.deadline())
            .filter(deadline -> deadline != null)
            .min(Instant::compareTo)
            .orElse(null);
    Instant timer = saga.timer();
    if (earliest != null) assertThat(timer).isNotNull().isBeforeOrEqualTo(earliest);
    boolean armed =
        table.items().stream()
            .anyMatch(
                one ->
                    one.key().partition().equals("timer~" + saga.id())
                        && Objects.equals(one.due(), timer));
    assertThat(armed).as("timer of %s", saga.id()).isEqualTo(timer != null);
  }
}
