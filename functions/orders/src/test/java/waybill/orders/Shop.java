package waybill.orders;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.Contract;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Service;
import waybill.kit.commit.Rows;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.inbox.Inbox;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
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
  static final String TEA = "[{\"sku\":\"tea\",\"quantity\":6}]";

  final HandClock clock = new HandClock();
  final MemoryQueue out = new MemoryQueue();
  final OrdersApi api;
  final Inbox inbox;
  private final MemoryTable table = new MemoryTable();
  private final HttpTesting http;
  private final Worker worker;

  Shop() {
    Service service = Given.service("orders", table, clock);
    this.api = new OrdersApi(service.rows(), Given.countedIds("o"), clock);
    this.inbox = new OrdersInbox(service.rows()).inbox();
    this.http = new HttpTesting(service, api.routes());
    this.worker = new Worker(service, inbox, new MemoryQueue(), out);
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

  private static <T> Message message(String key, long sequence, Contract<T> contract, T data) {
    var id = new MessageId("users", key, sequence);
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

  /** The queue may forget each of them afterwards. */
  boolean hear(Message... messages) {
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
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .sorted(Comparator.comparing(message -> message.id().toString()))
        .toList();
  }

  private Rows rows() {
    return new Rows(table, clock);
  }
}
