package waybill.bench.saga;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import waybill.bench.spine.Machine;
import waybill.bench.spine.Member;
import waybill.bench.up.Floor;
import waybill.contracts.Catalog;
import waybill.contracts.sagas.SagaState;
import waybill.kit.outbox.Batches;
import waybill.kit.testing.Given;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;
import waybill.sagas.SagasWorking;

/** The coordinator alone: a message in, a transition written, a receipt out. */
public final class Transitions {
  private static final int SAGAS = 50;
  private static final int ROUNDS = 20;
  private static final int BATCH = 10;
  private static final Object DONE = Map.of("batchItemFailures", List.of());

  private final Path repository;
  private final PrintStream out;

  /** What one transition took. */
  private record Took(double nanos, double bytes) {}

  public Transitions(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  /** Beside the machine alone, which was measured elsewhere. */
  public void print(double pureNanos, double pureBytes) {
    Took pure = new Took(pureNanos, pureBytes);
    Took memory = inMemory();
    Took put = put();
    Took emulator = onTheEmulators();
    out.println("| | transitions/s | time | allocated | beside | ratio |");
    out.println("|---|---:|---:|---:|---|---:|");
    row("the machine alone", pure, "", pure);
    row("worker, in memory", memory, "the machine alone", pure);
    row("worker, on the emulators", emulator, "a put of 1 KB", put);
  }

  private void row(String what, Took took, String beside, Took other) {
    out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.1f µs | %,.0f B | %s | %s |%n",
        what,
        1e9 / took.nanos,
        took.nanos / 1e3,
        took.bytes,
        beside.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%s: %,.1f µs", beside, other.nanos / 1e3),
        beside.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", took.nanos / other.nanos));
  }

  private static Took inMemory() {
    return best(
        round -> {
          MemoryTable table = new MemoryTable();
          Took took = run(worker(table)::messages, "order");
          check(SagasWorking.states(table.items()::forEach), SAGAS);
          return took;
        });
  }

  private static Worker worker(MemoryTable table) {
    var service = Given.service("sagas", table, Clock.systemUTC());
    return SagasWorking.of(service, new MemoryQueue(), new MemoryQueue());
  }

  private Took onTheEmulators() {
    try (Machine machine = new Machine(repository, Catalog.builtIn())) {
      Member sagas = new Member(machine, "Sagas", "sagas", SagasWorking::of);
      Took best = best(round -> run(sagas.hears(), "order-" + round));
      check(SagasWorking.states(sagas::look), (long) ROUNDS * SAGAS);
      return best;
    }
  }

  private static Took put() {
    try (Floor floor = new Floor()) {
      return best(
          round -> {
            long begin = System.nanoTime();
            for (int one = 0; one < SAGAS; one++) floor.put();
            return new Took((double) (System.nanoTime() - begin) / SAGAS, 0);
          });
    }
  }

  /** In the others somebody else may have needed the machine, or it was not warm. */
  private static Took best(IntFunction<Took> round) {
    return IntStream.range(0, ROUNDS)
        .mapToObj(round)
        .min(Comparator.comparingDouble(Took::nanos))
        .orElseThrow();
  }

  private static Took run(Function<QueueEvent, Map<String, Object>> worker, String name) {
    List<OneOrder> orders =
        IntStream.range(0, SAGAS).mapToObj(one -> new OneOrder(name + "-" + one)).toList();
    List<QueueEvent> events =
        IntStream.range(0, OneOrder.MESSAGES)
            .boxed()
            .flatMap(at -> Batches.of(orders, BATCH).stream().map(some -> event(some, at)))
            .toList();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    for (QueueEvent event : events)
      if (!worker.apply(event).equals(DONE)) throw new IllegalStateException("not heard");
    double transitions = SAGAS * OneOrder.MESSAGES;
    return new Took(
        (System.nanoTime() - begin) / transitions,
        (threads.getCurrentThreadAllocatedBytes() - bytes) / transitions);
  }

  private static QueueEvent event(List<OneOrder> some, int at) {
    return new QueueEvent(
        some.stream()
            .map(order -> order.message(at))
            .map(
                one ->
                    new QueueEvent.Entry(one.id().toString(), "in", one.id().key(), one.toJson()))
            .toList());
  }

  private static void check(Map<SagaState, Long> states, long completed) {
    if (!states.equals(Map.of(SagaState.COMPLETED, completed)))
      throw new IllegalStateException("not all went well: " + states);
  }
}
