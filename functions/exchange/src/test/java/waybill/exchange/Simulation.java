package waybill.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import waybill.contracts.Catalog;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.AskLedger;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.LedgerBalance;
import waybill.exchange.books.Audit;
import waybill.exchange.books.BooksApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.job.Job;
import waybill.exchange.ledger.Delivery;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Counters;
import waybill.kit.commit.Item;
import waybill.kit.outbox.Queue;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;

/**
 * The whole protocol on the code that is deployed, with its ports in memory: first a time in which
 * everything goes wrong that may, then calm. The seed alone decides what happens.
 */
final class Simulation implements AutoCloseable {
  static final List<String> KEYS = List.of("x", "y", "z");
  static final List<String> SUBSCRIBERS = List.of("audit", "orders", "welcome");
  private static final int COMMITS = 12;
  private static final int CHAOS_STEPS = 300;
  private static final int CALM_HOURS = 60;

  final Map<String, SimulatedMember> members = new LinkedHashMap<>();
  final MemoryTable table = new MemoryTable();
  final Set<String> skips = new HashSet<>();
  final Set<String> refusals = new HashSet<>();
  private final Random random;
  private final HandClock clock = new HandClock();
  private final Turns turns;
  private final Map<String, Queue> inQueues = new LinkedHashMap<>();
  private final Service exchange;
  private final Exchange core;
  private final MemoryQueues queues;
  private final Post post;
  private final SimulatedDesk desk;
  private int commits;

  Simulation(long seed, Catalog catalog, LeftOut leftOut) {
    this.random = new Random(seed);
    this.turns = new Turns(random);
    Map<String, String> out = new LinkedHashMap<>();
    for (String name : List.of("users", "audit", "orders", "welcome")) {
      var member = new SimulatedMember(name, catalog, clock, random, turns::beforeCall, leftOut);
      members.put(name, member);
      inQueues.put(name, new WatchedQueue(member.in, turns::beforeCall));
      out.put(name, Mail.outOf(name));
    }
    this.exchange =
        new Service(
            "exchange",
            new WatchedTable(table, turns::beforeCall),
            new MemoryBlobs(),
            catalog,
            clock,
            Given.countedIds("exchange"),
            tries -> {},
            Given.silence());
    int queuedPerKey = seed % 2 == 0 ? 1 : Limits.QUEUED_PER_KEY_MAX;
    this.core = new Exchange(exchange, Spine.RESEND_AFTER, Counters.NONE, queuedPerKey);
    this.queues = new MemoryQueues(inQueues, subscriber -> member(subscriber).in.isEmpty());
    this.post =
        new Post(core, new Addresses(out, Map.of(), Spine.PUBLISHED, Spine.RESEND_AFTER), queues);
    this.desk = new SimulatedDesk(exchange, core, random);
  }

  SimulatedMember member(String name) {
    return Objects.requireNonNull(members.get(name));
  }

  void run() {
    decideWhatWillNotBeLiked();
    for (SimulatedMember member : members.values()) {
      member.in.refuse(0.03);
      member.out.refuse(0.03);
    }
    for (int step = 0; step < CHAOS_STEPS; step++) chaos();
    calmDown();
  }

  private void decideWhatWillNotBeLiked() {
    for (String subscriber : SUBSCRIBERS)
      for (String key : KEYS)
        for (int sequence = 1; sequence <= COMMITS; sequence++) {
          String id = new MessageId("users", key, sequence).toString();
          double fate = random.nextDouble();
          if (fate < 0.07) member(subscriber).journal.failAt(id);
          else if (fate < 0.14) {
            member(subscriber).journal.refuse(id);
            refusals.add(subscriber + " " + id);
          }
        }
  }

  private void chaos() {
    for (int run = 0; run < 3; run++)
      if (!turns.areOver() && random.nextDouble() < 0.8) turns.next();
      else something().ifPresent(turns::start);
    if (!turns.areOver() && random.nextDouble() < 0.03) turns.kill();
    if (random.nextDouble() < 0.1) mishap();
    clock.pass(Duration.ofMillis(random.nextInt(3_000)));
  }

  private Optional<Runnable> something() {
    SimulatedMember any = anybody();
    int what = random.nextInt(100);
    if (what < 12) return commit();
    if (what < 30) return any.relayOne();
    if (what < 55) return routeOne(any);
    if (what < 90) return any.hearOne();
    if (what < 94) return Optional.of(() -> any.order("minute"));
    if (what < 96) return Optional.of(() -> any.order("sweep"));
    if (what < 97) return any(DeliveryState.PARKED).map(parked -> desk.order(parked, skips));
    if (what < 98) return skipAtTheExchange();
    if (what < 99) return Optional.of(() -> desk.goOn(queues));
    return Optional.of(this::resend);
  }

  private Optional<Runnable> skipAtTheExchange() {
    SimulatedMember any = anybody();
    String key = KEYS.get(random.nextInt(KEYS.size()));
    String id = new MessageId("users", key, 1 + random.nextInt(COMMITS / 2)).toString();
    skips.add(any.name + " " + id);
    any.skipAtTheExchange(id);
    return Optional.empty();
  }

  private SimulatedMember anybody() {
    return new ArrayList<>(members.values()).get(random.nextInt(members.size()));
  }

  private Optional<Runnable> commit() {
    if (commits == COMMITS) return Optional.empty();
    commits++;
    String key = KEYS.get(random.nextInt(KEYS.size()));
    return Optional.of(() -> member("users").commit(key));
  }

  private Optional<Runnable> routeOne(SimulatedMember speaker) {
    return speaker.out.receive().map(batch -> () -> route(speaker, batch));
  }

  private void route(SimulatedMember speaker, RoughQueue.Batch batch) {
    var event = Mail.event(Mail.outOf(speaker.name), batch.parcels());
    speaker.out.done(batch, Mail.failedOf(post.take(event)));
  }

  private void resend() {
    core.resend(queues).minute(core.outgoing(queues));
  }

  private Optional<Item> any(DeliveryState state) {
    List<Item> all = deliveries(state);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  List<Item> deliveries(DeliveryState state) {
    return table.items().stream()
        .filter(item -> Delivery.isAt(item.key()))
        .filter(item -> Cell.of(item, Delivery.class).required().state() == state)
        .sorted(Comparator.comparing(item -> item.key().toString()))
        .toList();
  }

  private void mishap() {
    SimulatedMember any = anybody();
    RoughQueue queue = random.nextBoolean() ? any.in : any.out;
    switch (random.nextInt(7)) {
      case 0 -> queue.purge();
      case 1 -> queue.shuffle();
      case 2 -> queue.loseOne();
      case 3 -> queue.forget();
      case 4 -> queue.letGo(0.5);
      case 5 -> any(DeliveryState.IN_FLIGHT).ifPresent(desk::hold);
      default -> clock.pass(Duration.ofSeconds(random.nextInt(600)));
    }
  }

  /** Nothing goes wrong any more; the clock, and an operator at the end, do the rest. */
  private void calmDown() {
    turns.untilOver();
    for (SimulatedMember member : members.values()) {
      member.in.refuse(0);
      member.out.refuse(0);
      member.journal.recover();
    }
    for (int hour = 0; hour < CALM_HOURS; hour++) {
      members.values().forEach(Simulation::forget);
      untilNothingMoves();
      if (isSettled()) return;
      clock.pass(Duration.ofMinutes(61));
      for (SimulatedMember member : members.values()) {
        member.order("minute");
        member.order("sweep");
      }
      resend();
      if (hour > CALM_HOURS / 2) deliveries(DeliveryState.PARKED).forEach(desk::retry);
      desk.goOn(queues);
    }
  }

  /** What the ledger finds out by itself, once all is calm. */
  LedgerBalance audit() {
    clock.pass(Duration.ofMinutes(1));
    String id = core.jobs.start(Audit.KIND, JsonNodeFactory.instance.objectNode(), "olga").id();
    while (core.jobs.find(id).filter(Job::isRunning).isPresent()) {
      core.jobs.run(id, core.works(queues));
      members.values().forEach(Simulation::forget);
      untilNothingMoves();
      clock.pass(Duration.ofSeconds(11));
    }
    var all = Auditor.request(new AskLedger(null, null), Auditor.OPERATOR);
    var bindings = new Bindings(exchange.catalog(), new Copies(core.service.rows()));
    return Auditor.given(
        new BooksApi(exchange, core.ledger, core.subscriptions, bindings, Counters.NONE, job -> {})
            .ledger(all));
  }

  private static void forget(SimulatedMember member) {
    member.in.forget();
    member.out.forget();
    member.in.letGo(1);
    member.out.letGo(1);
  }

  private void untilNothingMoves() {
    while (members.values().stream().anyMatch(this::moved)) {}
  }

  private boolean moved(SimulatedMember member) {
    List<Runnable> work = new ArrayList<>();
    member.relayOne().ifPresent(work::add);
    routeOne(member).ifPresent(work::add);
    member.hearOne().ifPresent(work::add);
    work.forEach(Runnable::run);
    return !work.isEmpty();
  }

  private boolean isSettled() {
    return members.values().stream().allMatch(SimulatedMember::isQuiet)
        && deliveries(DeliveryState.IN_FLIGHT).isEmpty()
        && deliveries(DeliveryState.PARKED).isEmpty();
  }

  @Override
  public void close() {
    turns.close();
  }
}
