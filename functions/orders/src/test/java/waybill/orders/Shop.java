package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.CLOSE_ORDER;
import static waybill.contracts.orders.OrdersContracts.CONFIRM_ORDER;
import static waybill.contracts.orders.OrdersContracts.REJECT_ORDER;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.orders.CloseOrder;
import waybill.contracts.orders.ConfirmOrder;
import waybill.contracts.orders.OrderStatus;
import waybill.contracts.orders.RejectOrder;
import waybill.contracts.payments.Money;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.ask.OtherServices;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.inbox.Inbox;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** The service on a table in memory: what it is asked, what it hears, and what lies behind. */
final class Shop {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller MACHINE = Caller.machine("till");
  static final Caller ADA = Caller.person("ada", "member");
  static final Caller STRANGER = Caller.person("somebody-else", "member");
  static final Money TOTAL = new Money(2370, "EUR");
  static final String TEA = "[{\"sku\":\"tea\",\"quantity\":6}]";

  final HandClock clock = new HandClock();
  final MemoryQueue out = new MemoryQueue();
  final MemoryTable table = new MemoryTable();
  final OtherServices others = new OtherServices(clock).enter("users");
  final Placing placing;
  final OrdersApi api;
  final Inbox inbox;
  Runnable whilePausing = () -> {};
  private final Ids ids = Given.countedIds("o");
  private final Ids commits = Given.countedIds("commit");
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final Map<String, Long> told = new HashMap<>();
  private final HttpTesting http;
  private final Worker worker;

  Shop() {
    this.placing = new Placing(deciding(table), others.ask());
    this.api = new OrdersApi(deciding(table), others.ask());
    this.inbox = new OrdersInbox(deciding(table)).inbox();
    this.http = new HttpTesting(writing(table), api.routes());
    this.worker = worker(table);
  }

  /** What handlers see: orders are o-1, o-2 and so on. */
  private Service deciding(Table view) {
    return service(view, ids);
  }

  private Service writing(Table view) {
    return service(view, commits);
  }

  private Service service(Table view, Ids its) {
    Pause pause = tries -> whilePausing.run();
    return new Service("orders", view, blobs, Given.CATALOG, clock, its, pause, Given.silence());
  }

  /** A second copy of the worker, with its own view of the table. */
  private Worker worker(Table view) {
    return new Worker(
        writing(view), new OrdersInbox(deciding(view)).inbox(), new MemoryQueue(), out);
  }

  /** A second copy of the api, with its own view of the table. */
  HttpTesting seeing(Table view) {
    return new HttpTesting(writing(view), new OrdersApi(deciding(view), others.ask()).routes());
  }

  /** A shop that knows Ada. */
  static Shop withAda() {
    Shop shop = new Shop();
    shop.hear(registered("ada"));
    return shop;
  }

  static <T> Request<T> request(Caller caller, T body) {
    return new Request<>(body, Map.of(), caller);
  }

  static Request<Nothing> requestFor(Caller caller, String orderId) {
    return new Request<>(new Nothing(), Map.of("order_id", orderId), caller);
  }

  /** The first thing that users says about somebody. */
  static Message registered(String userId) {
    var data = new UserRegistered(userId, userId + "@example.com", "A. Customer", Instant.EPOCH);
    return message(userId, 1, USER_REGISTERED, data);
  }

  /** What users says next, as it is delivered to one who was sent everything before it. */
  static Message changed(String userId, long sequence, String name) {
    var data = new UserChanged(userId, userId + "@example.com", name, Instant.EPOCH);
    return message(userId, sequence, USER_CHANGED, data);
  }

  /** What a saga tells next, as it is delivered to one who was sent everything before it. */
  <T> Message told(String saga, Contract<T> contract, T data) {
    long sequence = told.merge(saga, 1L, Long::sum);
    return message("sagas", saga, sequence, contract, data);
  }

  Message confirm(String orderId) {
    return told("place-order." + orderId, CONFIRM_ORDER, new ConfirmOrder(orderId, TOTAL));
  }

  Message reject(String orderId, String reason, @Nullable String step) {
    return told("place-order." + orderId, REJECT_ORDER, new RejectOrder(orderId, reason, step));
  }

  Message close(String orderId) {
    return told("cancel-order." + orderId, CLOSE_ORDER, new CloseOrder(orderId));
  }

  private static <T> Message message(String key, long sequence, Contract<T> contract, T data) {
    return message("users", key, sequence, contract, data);
  }

  private static <T> Message message(
      String source, String key, long sequence, Contract<T> contract, T data) {
    var id = new MessageId(source, key, sequence);
    return new Message(
        id, contract.id(), Instant.EPOCH, "c", null, 0, null, sequence - 1, Json.tree(data));
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  static String order(String userId, String lines) {
    return "{\"user_id\":\"" + userId + "\",\"lines\":" + lines + "}";
  }

  /** An order of tea that Ada places for herself. */
  Answered adaOrdersTea() {
    clock.pass(Duration.ofSeconds(1));
    return as(ADA).post("/orders", order("ada", TEA));
  }

  Answered adaCancels(String orderId) {
    return as(ADA).delete("/orders/" + orderId);
  }

  /** The queue may forget each of them afterwards. */
  boolean hear(Message... messages) {
    return hear(worker, messages);
  }

  boolean hear(Table view, Message... messages) {
    return hear(worker(view), messages);
  }

  private static boolean hear(Worker worker, Message... messages) {
    List<QueueEvent.Entry> entries =
        List.of(messages).stream()
            .map(one -> new QueueEvent.Entry("sqs-1", "in", one.id().key(), one.toJson()))
            .toList();
    return worker.messages(new QueueEvent(entries)).equals(Map.of("batchItemFailures", List.of()));
  }

  Optional<Customer> customer(String userId) {
    return rows().find(Customer.CUSTOMER, userId);
  }

  Optional<Order> order(String orderId) {
    return rows().find(Order.ORDER, orderId);
  }

  int items(String kind) {
    return (int) table.items().stream().filter(item -> item.kind().equals(kind)).count();
  }

  /** Everything that was ever said, since nothing here takes it away. */
  List<Message> said() {
    return table.items().stream()
        .filter(item -> item.kind().equals("order"))
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .sorted(Comparator.comparing(message -> message.id().toString()))
        .toList();
  }

  /** The names of what was said about one order, in order. */
  List<String> saidOf(String orderId) {
    return said().stream()
        .filter(message -> message.id().key().equals(orderId))
        .map(message -> message.contract().name().replace("orders.", ""))
        .toList();
  }

  OrderStatus stands(String orderId) {
    return order(orderId).orElseThrow().status();
  }

  /** Why messages were refused, as the exchange will be told. */
  List<String> refusals() {
    return table.items().stream()
        .filter(item -> !item.kind().equals("order"))
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Json.parse(unsent.text()).at("/data/receipts/0/reason").asText())
        .toList();
  }

  private Rows rows() {
    return new Rows(table, clock);
  }
}
