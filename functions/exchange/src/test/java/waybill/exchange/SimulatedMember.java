package waybill.exchange;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import waybill.contracts.Carried;
import waybill.contracts.Catalog;
import waybill.contracts.Message;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Unsent;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.Given;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Worker;

/** A service in the simulation: it speaks about keys, or it keeps a journal of what it hears. */
final class SimulatedMember {
  private static final Kind<Subject> SUBJECT = Kind.entity("subject", Subject.class);
  private static final Origin ORIGIN = new Origin("c1", null, 0, null);
  private static final double STREAM_LOSSES = 0.1;

  final String name;
  final MemoryTable table = new MemoryTable();
  final RoughQueue in;
  final RoughQueue out;
  final Journal journal = new Journal();
  private final List<Speaker> stream = new ArrayList<>();
  private final Set<String> skippedAtTheExchange = new HashSet<>();
  private final Random random;
  private final LeftOut leftOut;
  private final Service service;
  private final Worker worker;

  /** What is spoken about. */
  record Subject(int changes) {}

  SimulatedMember(
      String name,
      Catalog catalog,
      Clock clock,
      Random random,
      Runnable beforeCall,
      LeftOut leftOut) {
    this.name = name;
    this.random = random;
    this.leftOut = leftOut;
    this.in = new RoughQueue(random, this::delivered);
    this.out = new RoughQueue(random, parcel -> parcel);
    this.service =
        new Service(
            name,
            new WatchedTable(table, beforeCall),
            catalog,
            clock,
            Given.countedIds(name),
            tries -> {},
            Given.silence());
    this.worker =
        new Worker(
            service,
            journal.inbox(service.rows()),
            new WatchedQueue(in, beforeCall),
            new WatchedQueue(out, beforeCall));
  }

  void commit(String key) {
    boolean registers = random.nextBoolean();
    service
        .decisions()
        .untilWritten(
            () -> {
              var row = service.rows().at(SUBJECT, key);
              int changes = row.value().map(Subject::changes).orElse(0);
              Draft<Subject> draft = row.put(new Subject(changes + 1));
              var prepared =
                  service.clerk().prepare(Commit.commit(said(draft, key, registers)), ORIGIN);
              return prepared.writeTo(service.table(), service.ids().next())
                  ? Optional.of(true)
                  : Optional.empty();
            });
  }

  private Draft<Subject> said(Draft<Subject> draft, String key, boolean registers) {
    var now = service.clock().instant();
    return registers
        ? draft.saying(USER_REGISTERED, new UserRegistered(key, "a@example.com", "Ada", now))
        : draft.saying(USER_CHANGED, new UserChanged(key, "a@example.com", "Ada", now));
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
    return Optional.of(
        () -> {
          worker.changes(List.of(first));
          leftOut.afterRelay(first, table);
        });
  }

  Optional<Runnable> hearOne() {
    Optional<Runnable> alive = in.receive().map(batch -> () -> hear(batch));
    return alive.isPresent() ? alive : hearDead();
  }

  private Optional<Runnable> hearDead() {
    List<Parcel> dead = in.dead();
    return dead.isEmpty()
        ? Optional.empty()
        : Optional.of(() -> worker.deadLetters(Mail.event("", dead)));
  }

  /** An operator skips the message at the exchange: from now on it comes without its data. */
  void skipAtTheExchange(String id) {
    skippedAtTheExchange.add(id);
  }

  private Parcel delivered(Parcel parcel) {
    if (!(Carried.parse(parcel.body()) instanceof Message message)) return parcel;
    return skippedAtTheExchange.contains(message.id().toString())
        ? leftOut.skipped(parcel, message)
        : leftOut.delivered(parcel);
  }

  private void hear(RoughQueue.Batch batch) {
    in.done(batch, Mail.failedOf(worker.messages(Mail.again(batch.parcels(), batch.receives()))));
    leftOut.afterHearing(table);
  }

  /** A sweep whose statement no queue took has failed; Lambda, or the next day, begins anew. */
  void order(String what) {
    try {
      worker.order(what);
    } catch (IllegalStateException e) {
      if (!what.equals("sweep")) throw e;
    }
  }

  boolean isQuiet() {
    return in.isEmpty() && out.isEmpty() && stream.isEmpty() && unsent().isEmpty();
  }

  long sequenceOf(String key) {
    return table.items().stream()
        .filter(item -> item.key().equals(Key.ofEntity(key)))
        .mapToLong(Item::sequence)
        .sum();
  }

  List<Long> heardOf(String key) {
    return Journal.of(key, table);
  }

  List<String> unsent() {
    return table.items().stream().flatMap(item -> item.outbox().stream()).map(Unsent::id).toList();
  }
}
