package waybill.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import waybill.contracts.Catalog;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Origin;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.Given;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Agenda;
import waybill.kit.worker.Worker;

/** A service of the deployment with its own handlers, its table in memory and rough queues. */
final class Trader {
  private static final double STREAM_LOSSES = 0.05;

  final String name;
  final MemoryTable table = new MemoryTable();
  final RoughQueue in;
  final RoughQueue out;

  /** What no crash comes between: to look at, and to begin with. */
  final Service calm;

  private final List<Speaker> stream = new ArrayList<>();
  private final Random random;
  private final Service service;
  private final Worker worker;

  Trader(
      String name,
      Function<Service, Inbox> inbox,
      Function<Service, Agenda> agenda,
      Catalog catalog,
      Clock clock,
      Random random,
      Runnable beforeCall) {
    this.name = name;
    this.random = random;
    this.in = new RoughQueue(random, parcel -> parcel);
    this.out = new RoughQueue(random, parcel -> parcel);
    this.calm =
        new Service(
            name,
            table,
            new MemoryBlobs(),
            catalog,
            clock,
            Given.countedIds(name),
            tries -> {},
            Given.silence());
    this.service = calm.over(new WatchedTable(table, beforeCall, Limits.DUE_AT_ONCE));
    this.worker =
        new Worker(
            service,
            inbox.apply(service),
            agenda.apply(service),
            new WatchedQueue(in, beforeCall),
            new WatchedQueue(out, beforeCall));
  }

  /** Decided and written as an api would; a crash may leave it unwritten. */
  void commit(Supplier<Optional<Commit>> decision) {
    service
        .decisions()
        .untilWritten(
            () -> {
              Optional<Commit> commit = decision.get();
              if (commit.isEmpty()) return Optional.of(false);
              Origin origin = new Origin(service.ids().next(), null, 0, null);
              return service
                      .clerk()
                      .prepare(commit.get(), origin)
                      .writeTo(service.table(), service.ids().next())
                  ? Optional.of(true)
                  : Optional.empty();
            });
  }

  /** Some records of the stream are lost, the others come in the order of their item. */
  Optional<Runnable> relayOne() {
    for (Speaker change : table.changes())
      if (random.nextDouble() >= STREAM_LOSSES) stream.add(change);
    if (stream.isEmpty()) return Optional.empty();
    Speaker any = stream.get(random.nextInt(stream.size()));
    Speaker first =
        stream.stream().filter(one -> one.key().equals(any.key())).findFirst().orElse(any);
    stream.remove(first);
    return Optional.of(() -> worker.changes(List.of(first)));
  }

  Optional<Runnable> hearOne() {
    Optional<Runnable> alive = in.receive().map(batch -> () -> hear(batch));
    if (alive.isPresent()) return alive;
    List<Parcel> dead = in.dead();
    return dead.isEmpty()
        ? Optional.empty()
        : Optional.of(() -> worker.deadLetters(Mail.event("", dead)));
  }

  private void hear(RoughQueue.Batch batch) {
    in.done(batch, Mail.failedOf(worker.messages(Mail.again(batch.parcels(), batch.receives()))));
  }

  /** A sweep whose statement no queue took has failed; the next day begins anew. */
  void order(String what) {
    try {
      worker.order(what);
    } catch (IllegalStateException e) {
      if (!what.equals("sweep")) throw e;
    }
  }

  boolean isQuiet() {
    return in.isEmpty()
        && out.isEmpty()
        && stream.isEmpty()
        && table.items().stream().allMatch(item -> item.outbox().isEmpty());
  }

  void letGo() {
    in.forget();
    out.forget();
    in.letGo(1);
    out.letGo(1);
  }
}
