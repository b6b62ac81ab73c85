package waybill.kit.inbox;

import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import waybill.contracts.Carried;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Gap;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.contracts.exchange.Routed;
import waybill.contracts.exchange.Statement;
import waybill.contracts.exchange.Sweep;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.outbox.Relay;
import waybill.kit.outbox.Waiting;
import waybill.kit.problem.Problem;
import waybill.kit.sweep.Sweeping;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;

/**
 * The service {@code orders}, which keeps a list of what {@code users} said about each user: its
 * effects can be read off its table. A test delivers messages and says how the handler behaves.
 */
final class Subscription implements KeepsBooks {
  /** What was handled of one user, in the order in which it was. */
  record Customer(List<Integer> handled) {}

  static final Kind<Customer> CUSTOMER = Kind.entity("customer", Customer.class);

  final MemoryTable table = new MemoryTable();
  final MemoryQueue in = new MemoryQueue();
  final MemoryQueue out = new MemoryQueue();
  final HandClock clock = new HandClock();
  final MemoryBlobs blobs = new MemoryBlobs();
  final Service service = Given.service("orders", table, blobs, clock);

  private final Map<Long, Function<Delivery<UserRegistered>, Reaction>> behaviours =
      new HashMap<>();
  private final List<Long> ran = new ArrayList<>();
  private final HeardBooks books = new HeardBooks();
  private final List<Runnable> lastWords = new ArrayList<>();
  private Inbox inbox = Inbox.of(Inbox.on(USER_REGISTERED, this::handle));

  /** From now on the message with this sequence is handled so. */
  void when(long sequence, Function<Delivery<UserRegistered>, Reaction> behaviour) {
    behaviours.put(sequence, behaviour);
  }

  void fails(long sequence) {
    when(
        sequence,
        delivery -> {
          throw new IllegalStateException("cannot");
        });
  }

  void heals(long sequence) {
    behaviours.remove(sequence);
  }

  /** The first message of this key meets a refusal. */
  static void refused(Subscription orders, String key) {
    orders.when(1, delivery -> Reaction.refuse(Problem.NOT_FOUND.because("no such user")));
    orders.deliver(key, 1);
    orders.heals(1);
  }

  void listensToNothing() {
    inbox = Inbox.of();
  }

  /** Its own contract has no handler of its own. */
  void listensTo(Function<Delivery<JsonNode>, Reaction> others) {
    inbox = Inbox.of().others(others);
  }

  void listensAgain() {
    inbox = Inbox.of(Inbox.on(USER_REGISTERED, this::handle));
  }

  private Reaction handle(Delivery<UserRegistered> delivery) {
    ran.add(delivery.id().sequence());
    return behaviours.getOrDefault(delivery.id().sequence(), this::noted).apply(delivery);
  }

  /** What the handler does where a test says nothing else. */
  Reaction noted(Delivery<UserRegistered> delivery) {
    var row = service.rows().at(CUSTOMER, delivery.key());
    List<Integer> handled = new ArrayList<>(row.value().map(Customer::handled).orElse(List.of()));
    handled.add((int) delivery.id().sequence());
    return Reaction.commit(row.put(new Customer(handled)));
  }

  /** Each follows the one before it. */
  void deliver(String key, long... sequences) {
    for (long sequence : sequences) deliver(message(key, sequence, sequence - 1));
  }

  void deliver(Carried carried) {
    deliver(carried, table);
  }

  /** On another view of the table, as a second copy of the function might have. */
  void deliver(Carried carried, Table view) {
    books.given(carried);
    try (Subscriber.Batch batch = subscriber(view).open(null)) {
      batch.take(carried.toJson(), 1);
    }
  }

  /** The queue hands it over again; nobody knows yet how long it may take. */
  void deliverAgain(Carried carried) {
    deliverAgain(carried, table);
  }

  void deliverAgain(Carried carried, Table view) {
    books.given(carried);
    try (Subscriber.Batch batch = subscriber(view).open(clock.instant().plusSeconds(29))) {
      batch.take(carried.toJson(), 2);
    }
  }

  /** The queue has given it up. */
  void dies(String body) {
    books.given(body);
    try (Subscriber.Batch batch = open()) {
      batch.takeDead(body);
    }
  }

  void dies(String key, long... sequences) {
    for (long sequence : sequences) dies(message(key, sequence, sequence - 1).toJson());
  }

  /** The time of the run that goes on is almost over. */
  void nearsItsDeadline() {
    List.copyOf(lastWords).forEach(Runnable::run);
  }

  <T> void control(Contract<T> contract, T data) {
    books.ordered(data);
    deliver(Control.of(service.ids().next(), "exchange", contract, data));
  }

  Subscriber.Batch open() {
    return subscriber(table).open(null);
  }

  private Subscriber subscriber(Table view) {
    Service seen =
        new Service(
            service.name(),
            view,
            service.blobs(),
            service.catalog(),
            clock,
            service.ids(),
            tries -> {},
            Given.silence());
    Relay relay = new Relay(out, seen.table(), seen.clock(), seen.log());
    return new Subscriber(
        seen, inbox, new Sweeping(seen, relay, in, out)::from, this::watch, in, out);
  }

  private Watch.Guard watch(Instant moment, Runnable then) {
    lastWords.add(then);
    return () -> lastWords.remove(then);
  }

  static Message message(String key, long sequence, long after) {
    return message(
        key, sequence, after, new UserRegistered(key, "a@example.org", "A", Instant.EPOCH));
  }

  static Message message(String key, long sequence, long after, Object data) {
    return new Message(
        new MessageId("users", key, sequence),
        USER_REGISTERED.id(),
        Instant.EPOCH,
        "correlation",
        null,
        0,
        null,
        after,
        Json.tree(data));
  }

  /** The schedule fires, and what it puts into the own queue is taken. */
  void minute() {
    fireMinute();
    takeOwn();
  }

  void fireMinute() {
    Subscriber subscriber = subscriber(table);
    Relay relay = new Relay(out, table, clock, Given.silence());
    new Waiting(table, relay, subscriber::wake, clock).minute();
  }

  void takeOwn() {
    in.take().forEach(body -> deliver(Carried.parse(body)));
    in.forget();
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  List<Integer> handled(String key) {
    return service.rows().find(CUSTOMER, key).map(Customer::handled).orElse(List.of());
  }

  List<Long> ran() {
    return ran;
  }

  Standing standing(String key) {
    return Standing.read(table, "users", key);
  }

  Optional<Held> parked(String key) {
    return Held.first(table, "users", key);
  }

  Optional<Instant> due(String key) {
    return table.read(Standing.keyOf("users", key)).map(Item::due);
  }

  /** What the exchange has heard since the last time, receipts that came by outbox included. */
  List<Receipt> receipts() {
    relay();
    return heard(ExchangeContracts.RECEIPT).stream()
        .map(ReceiptBatch::receipts)
        .flatMap(List::stream)
        .toList();
  }

  List<Gap> gaps() {
    return heard(ExchangeContracts.GAP);
  }

  /** The stream calls the relay. */
  void relay() {
    new Relay(out, table, clock, Given.silence()).send(table.changes());
  }

  <T> List<T> heard(Contract<T> contract) {
    List<T> heard = new ArrayList<>();
    for (String body : out.take()) {
      if (!(Carried.parse(body) instanceof Control control)) continue;
      if (!control.contract().equals(contract.id())) continue;
      if (!Given.CATALOG.check(contract.id(), control.data()).isEmpty())
        throw new AssertionError("breaks its contract: " + body);
      heard.add(Given.CATALOG.read(contract, control.data()));
    }
    return heard;
  }

  List<String> keptReceipts(String key) {
    return table.read(Standing.keyOf("users", key)).stream()
        .flatMap(item -> item.outbox().stream())
        .map(Unsent::id)
        .toList();
  }

  void noted(String... answered) {
    control(ExchangeContracts.ROUTED, new Routed(List.of(), List.of(answered)));
  }

  /** Whatever was given to it has ended once, is parked, or was not taken yet. */
  @Override
  public void balance() {
    table.balance();
    out.refuse(parcel -> false);
    out.take();
    control(ExchangeContracts.SWEEP, new Sweep(null, null));
    for (Statement statement : heard(ExchangeContracts.STATEMENT)) books.balance(statement.heard());
    for (Item item : table.items())
      if (item.kind().equals("customer"))
        books.effects(item.key().partition(), handled(item.key().partition()));
  }
}
