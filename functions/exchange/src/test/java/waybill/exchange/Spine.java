package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import waybill.contracts.Carried;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Call;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Imbalance;
import waybill.contracts.exchange.LedgerBalance;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Change;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;
import waybill.kit.http.Answer;
import waybill.kit.inbox.Inbox;
import waybill.kit.log.Log;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryCounters;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;

/** One that speaks, the exchange, one that listens; every step between them is taken by hand. */
final class Spine implements KeepsBooks {
  static final Duration RESEND_AFTER = Duration.ofMinutes(6);
  static final String PUBLISHED = "arn:published";

  final HandClock clock = new HandClock();
  final MemoryBlobs blobs = new MemoryBlobs();
  final Member users = new Member("users", blobs, clock, service -> Inbox.of());
  final Journal journal = new Journal();
  final Member orders =
      new Member("orders", blobs, clock, service -> journal.inbox(service.rows()));
  final MemoryTable table = new MemoryTable();
  final Fuse fuse = new Fuse();
  final MemoryCounters counters = new MemoryCounters();

  /** Queues of subscribers, by their urls. */
  final Map<String, NamedQueue> named = new LinkedHashMap<>();

  /** Jobs that were told of their turn. */
  final List<String> woken = new ArrayList<>();

  /** Lanes of webhooks that were to be called. */
  final Set<Call> calls = new LinkedHashSet<>();

  private final Map<String, MemoryQueue> inQueues = new LinkedHashMap<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private Service exchange = Given.service("exchange", new WatchedTable(table, fuse), clock);

  private final List<String> untrue = new ArrayList<>();
  private int queuedPerKey = Limits.QUEUED_PER_KEY_MAX;
  private Runnable others = () -> {};

  Spine() {
    join("users", users.in);
    join("orders", orders.in);
    exchangeKnows(Given.CATALOG);
  }

  void exchangeKnows(Catalog catalog) {
    exchangeHas(exchange.table(), catalog);
  }

  /** The exchange sees no more than so many at a time. */
  void showsDue(int most) {
    exchangeHas(new WatchedTable(table, fuse, most), exchange.catalog());
  }

  /** Behind so many that are open, a key waits. */
  void queuesOfAKey(int most) {
    queuedPerKey = most;
  }

  /** The exchange's table, seen through something else. */
  void exchangeSees(UnaryOperator<Table> through) {
    exchangeHas(through.apply(exchange.table()), exchange.catalog());
  }

  private void exchangeHas(Table watched, Catalog catalog) {
    PrintStream lines = new PrintStream(log, true, StandardCharsets.UTF_8);
    exchange =
        new Service(
            "exchange",
            watched,
            blobs,
            catalog,
            clock,
            exchange.ids(),
            tries -> {},
            Log.to(lines, clock, Log.Level.INFO));
  }

  void join(String service, MemoryQueue in) {
    inQueues.put(service, in);
  }

  MemoryQueues watched() {
    Map<String, Queue> watched = new LinkedHashMap<>();
    inQueues.forEach((service, in) -> watched.put(service, new WatchedQueue(in, fuse)));
    return new MemoryQueues(
        watched,
        service -> !inQueues.containsKey(service) || inQueues.get(service).waiting().isEmpty(),
        named,
        calls);
  }

  Exchange core() {
    return new Exchange(exchange, RESEND_AFTER, counters, queuedPerKey);
  }

  Service exchange() {
    return exchange;
  }

  MessageId commit(String user) {
    return users.commit(
        user, USER_REGISTERED, new UserRegistered(user, "a@example.com", "Ada", clock.instant()));
  }

  MessageId commitChange(String user) {
    return users.commit(
        user, USER_CHANGED, new UserChanged(user, "a@example.com", "Ada", clock.instant()));
  }

  void relay() {
    users.relay();
  }

  /** The exchange takes what users said. */
  void route() {
    route(Mail.takenFrom(users.out));
  }

  void route(List<Parcel> parcels) {
    assertThat(take("users", parcels)).as(log()).isEmpty();
  }

  /** The positions of what must come again. */
  Set<Integer> take(String speaker, List<Parcel> parcels) {
    return Mail.failedOf(post().take(Mail.event(Mail.outOf(speaker), parcels)));
  }

  Post post() {
    return post(core());
  }

  /** Of a router that may have begun earlier. */
  Post post(Exchange core) {
    Map<String, String> out = new LinkedHashMap<>();
    inQueues.keySet().forEach(service -> out.put(service, Mail.outOf(service)));
    return new Post(core, new Addresses(out, Map.of(), PUBLISHED, RESEND_AFTER), watched());
  }

  void hear() {
    orders.hear();
  }

  /** Receipts and questions reach the exchange, and its word reaches users. */
  void report() {
    orders.relay();
    assertThat(take("orders", Mail.takenFrom(orders.out))).isEmpty();
    users.hear();
  }

  /** As far as it goes without time passing. */
  void settle() {
    do {
      relay();
      route();
      hear();
      report();
    } while (isMoving());
  }

  private boolean isMoving() {
    for (MemoryQueue queue : List.of(users.in, users.out, orders.in, orders.out))
      if (!queue.waiting().isEmpty()) return true;
    return false;
  }

  /** A minute's order to everybody, once so much time has passed that queues remember nothing. */
  void pass(Duration time) {
    clock.pass(time);
    for (MemoryQueue queue : List.of(users.in, users.out, orders.in, orders.out)) queue.forget();
    minute();
    users.minute();
    orders.minute();
  }

  void minute() {
    Exchange core = core();
    core.resend(watched()).minute(core.outgoing(watched()));
  }

  /** A job goes on as far as it goes now. */
  void turn(String job) {
    Exchange core = core();
    core.jobs.run(job, core.works(watched()));
  }

  /** Letters of more than users and orders, where there are any. */
  void alsoMoves(Runnable theirs) {
    others = theirs;
  }

  void othersMove() {
    others.run();
  }

  /** What a test has made untrue for good: the audit is to name it. */
  void isUntrue(MessageId id, Imbalance.Reason reason) {
    untrue.add(id + " " + reason);
  }

  /** All faults are over, hours pass, and all agrees but what was made untrue for good. */
  @Override
  public void balance() {
    fuse.mend();
    for (MemoryQueue queue : List.of(users.in, users.out, orders.in, orders.out))
      queue.refuse(parcel -> false);
    settle();
    pass(Duration.ofHours(2));
    users.sweep();
    settle();
    untrue.sort(null);
    LedgerBalance ledger = new Auditor(this).audit();
    assertThat(Auditor.unbalanced(ledger)).isEqualTo(untrue);
    assertThat(ledger.unheard()).doesNotContain("users", "orders");
  }

  /** What an answer wants written is written. */
  <A> A given(Answer<A> answer) {
    var given = (Answer.Given<A>) answer;
    var prepared = exchange.clerk().prepare(given.commit(), new Origin("c1", null, 0, null));
    assertThat(prepared.writeTo(exchange.table(), exchange.ids().next())).isTrue();
    given.afterwards().run();
    return given.body();
  }

  Ledger ledger() {
    return new Ledger(exchange);
  }

  long routedOf(String user) {
    return Head.of(ledger().head(new MessageId("users", user, 1))).routed();
  }

  Delivery delivery(MessageId id) {
    return ledger().delivery(id, "orders").required();
  }

  DeliveryState stateOf(MessageId id) {
    return delivery(id).state();
  }

  List<Long> heardOf(String user) {
    return Journal.of(user, orders.table);
  }

  /** The deliveries that stand in a queue, as {@code sequence after after}. */
  static List<String> deliveriesIn(MemoryQueue queue) {
    return queue.waiting().stream()
        .map(parcel -> Carried.parse(parcel.body()))
        .filter(Message.class::isInstance)
        .map(Message.class::cast)
        .map(message -> message.id().sequence() + " after " + message.after())
        .toList();
  }

  <T> void tell(String speaker, Contract<T> contract, T data) {
    var control = Control.of(exchange.ids().next(), speaker, contract, data);
    assertThat(take(speaker, List.of(Parcel.of(control, speaker, "test")))).isEmpty();
  }

  /** As retention does in the end. */
  void forgetEntry(MessageId id) {
    Change remove = new Change.Remove(Entry.keyOf(id), ledger().entry(id).version());
    assertThat(table.write(new Write("retention", List.of(remove)))).isTrue();
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
