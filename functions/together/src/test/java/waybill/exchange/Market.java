package waybill.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import waybill.contracts.orders.OrderLine;
import waybill.contracts.payments.Money;
import waybill.inventory.Storing;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Counters;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Queue;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Agenda;
import waybill.orders.Ordering;
import waybill.payments.Paying;
import waybill.sagas.Coordinating;

/**
 * Buyers, goods, money and the sagas between them, on the code that is deployed, with its ports in
 * memory: first a time in which everything goes wrong that may, then calm. The seed alone decides.
 */
final class Market implements AutoCloseable {
  static final List<String> ARTICLES = List.of("tea", "silk", "ink");
  static final List<String> BUYERS = List.of("ada", "bob", "eve", "kim");
  static final long PRICE = 100;
  private static final int STEPS_PER_ORDER = 40;
  private static final int CALM_MINUTES = 24 * 60;

  final Map<String, Trader> traders = new LinkedHashMap<>();
  final Map<String, Long> put = new LinkedHashMap<>();
  final Map<String, Long> deposited = new LinkedHashMap<>();
  final List<String> orders = new ArrayList<>();
  final HandClock clock = new HandClock();
  private final int many;
  private final Random random;
  private final Turns turns;
  private final Exchange exchange;
  private final MemoryQueues queues;
  private final Post post;

  Market(long seed, int orders) {
    this.many = orders;
    this.random = new Random(seed);
    this.turns = new Turns(random);
    opens("orders", Ordering::inbox, service -> Agenda.of());
    opens("inventory", Storing::inbox, service -> Agenda.of());
    opens("payments", Paying::inbox, service -> Agenda.of());
    opens("sagas", Coordinating::inbox, Coordinating::agenda);
    for (String other : Bystander.commanded(Given.CATALOG))
      if (!traders.containsKey(other)) opens(other, Bystander::inbox, service -> Agenda.of());
    Map<String, Queue> in = new LinkedHashMap<>();
    Map<String, String> out = new LinkedHashMap<>();
    for (Trader trader : traders.values()) {
      in.put(trader.name, new WatchedQueue(trader.in, turns::beforeCall));
      out.put(trader.name, Mail.outOf(trader.name));
    }
    Service service =
        new Service(
            "exchange",
            new WatchedTable(new MemoryTable(), turns::beforeCall),
            new MemoryBlobs(),
            Given.CATALOG,
            clock,
            Given.countedIds("exchange"),
            tries -> {},
            Given.silence());
    this.exchange =
        new Exchange(service, Spine.RESEND_AFTER, Counters.NONE, Limits.QUEUED_PER_KEY_MAX);
    this.queues = new MemoryQueues(in, name -> trader(name).in.isEmpty());
    this.post =
        new Post(
            exchange, new Addresses(out, Map.of(), Spine.PUBLISHED, Spine.RESEND_AFTER), queues);
  }

  private void opens(
      String name, Function<Service, Inbox> inbox, Function<Service, Agenda> agenda) {
    traders.put(
        name, new Trader(name, inbox, agenda, Given.CATALOG, clock, random, turns::beforeCall));
  }

  Trader trader(String name) {
    return Objects.requireNonNull(traders.get(name), name);
  }

  Service of(String name) {
    return trader(name).calm;
  }

  void run() {
    stockUp();
    for (Trader trader : traders.values()) {
      trader.in.refuse(0.03);
      trader.out.refuse(0.03);
    }
    for (int step = 0; step < many * STEPS_PER_ORDER; step++) chaos();
    calmDown();
  }

  private void stockUp() {
    Storing storing = new Storing(of("inventory"));
    for (String sku : ARTICLES) {
      put.put(sku, (long) random.nextInt(2 * many));
      trader("inventory")
          .commit(
              () ->
                  Optional.of(
                      storing.put(sku, put.getOrDefault(sku, 0L), new Money(PRICE, "EUR"))));
    }
    Paying paying = new Paying(of("payments"));
    for (String buyer : BUYERS) {
      deposited.put(buyer, 1 + PRICE * random.nextInt(many));
      trader("payments")
          .commit(
              () -> Optional.of(paying.deposit(buyer, "EUR", deposited.getOrDefault(buyer, 0L))));
    }
  }

  private void chaos() {
    for (int run = 0; run < 3; run++)
      if (!turns.areOver() && random.nextDouble() < 0.8) turns.next();
      else something().ifPresent(turns::start);
    if (!turns.areOver() && random.nextDouble() < 0.01) turns.kill();
    if (random.nextDouble() < 0.02) mishap();
    clock.pass(Duration.ofMillis(random.nextInt(400)));
  }

  private Optional<Runnable> something() {
    Trader any = any(new ArrayList<>(traders.values()));
    int what = random.nextInt(100);
    if (what < 5) return place();
    if (what < 6) return withdraw();
    if (what < 30) return any.relayOne();
    if (what < 60) return routeOne(any);
    if (what < 96) return any.hearOne();
    if (what < 99) return Optional.of(() -> any.order("minute"));
    return Optional.of(this::resend);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Optional<Runnable> place() {
    if (orders.size() == many) return Optional.empty();
    String id = "o" + orders.size();
    orders.add(id);
    String buyer = random.nextInt(20) == 0 ? "nobody" : any(BUYERS);
    List<OrderLine> lines =
        IntStream.rangeClosed(0, random.nextInt(2))
            .mapToObj(n -> new OrderLine(any(ARTICLES), 1 + random.nextInt(3)))
            .toList();
    Ordering ordering = new Ordering(of("orders"));
    return Optional.of(
        () -> trader("orders").commit(() -> Optional.of(ordering.place(id, buyer, lines))));
  }

  private Optional<Runnable> withdraw() {
    if (orders.isEmpty()) return Optional.empty();
    String id = any(orders);
    Ordering ordering = new Ordering(of("orders"));
    return Optional.of(() -> trader("orders").commit(() -> ordering.withdraw(id)));
  }

  private Optional<Runnable> routeOne(Trader speaker) {
    return speaker
        .out
        .receive()
        .map(
            batch ->
                () ->
                    speaker.out.done(
                        batch,
                        Mail.failedOf(
                            post.take(Mail.event(Mail.outOf(speaker.name), batch.parcels())))));
  }

  private void resend() {
    exchange.resend(queues).minute(exchange.outgoing(queues));
  }

  private void mishap() {
    Trader any = any(new ArrayList<>(traders.values()));
    RoughQueue queue = random.nextBoolean() ? any.in : any.out;
    switch (random.nextInt(6)) {
      case 0 -> queue.purge();
      case 1 -> queue.shuffle();
      case 2 -> queue.loseOne();
      case 3 -> queue.forget();
      case 4 -> queue.letGo(0.5);
      default -> clock.pass(Duration.ofSeconds(random.nextInt(40)));
    }
  }

  /** Nothing goes wrong any more, and minutes pass. */
  private void calmDown() {
    turns.untilOver();
    for (Trader trader : traders.values()) {
      trader.in.refuse(0);
      trader.out.refuse(0);
    }
    for (int minute = 0; minute < CALM_MINUTES; minute++) {
      traders.values().forEach(Trader::letGo);
      untilNothingMoves();
      if (traders.values().stream().allMatch(Trader::isQuiet) && isOver()) return;
      clock.pass(Duration.ofMinutes(1));
      for (Trader trader : traders.values()) {
        trader.order("minute");
        if (minute % 60 == 0) trader.order("sweep");
      }
      resend();
    }
  }

  private void untilNothingMoves() {
    while (traders.values().stream().anyMatch(this::moved)) {}
  }

  private boolean moved(Trader trader) {
    List<Runnable> work = new ArrayList<>();
    trader.relayOne().ifPresent(work::add);
    routeOne(trader).ifPresent(work::add);
    trader.hearOne().ifPresent(work::add);
    work.forEach(Runnable::run);
    return !work.isEmpty();
  }

  private boolean isOver() {
    Ordering ordering = new Ordering(of("orders"));
    return orders.stream().noneMatch(id -> ordering.status(id).equals("PENDING"))
        && lies().isEmpty();
  }

  List<String> lies() {
    return new Laws(this).lies();
  }

  @Override
  public void close() {
    turns.close();
  }
}
