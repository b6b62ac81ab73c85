package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import waybill.contracts.Contract;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.kit.Service;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Unsent;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.Given;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Worker;

/** A service as the kit makes one: its table, its two queues, its worker. */
final class Member {
  private static final Kind<Subject> SUBJECT = Kind.entity("subject", Subject.class);
  private static final Origin ORIGIN = new Origin("c1", null, 0, null);

  final MemoryTable table = new MemoryTable();
  final MemoryQueue in = new MemoryQueue();
  final MemoryQueue out = new MemoryQueue();
  private final Service service;
  private final Worker worker;
  private boolean isHeard;

  /** What a member speaks about. */
  record Subject(int changes) {}

  Member(String name, Clock clock, Function<Service, Inbox> listens) {
    this(name, new MemoryBlobs(), clock, listens);
  }

  Member(String name, Blobs blobs, Clock clock, Function<Service, Inbox> listens) {
    this.service = Given.service(name, table, blobs, clock);
    this.worker = new Worker(service, listens.apply(service), in, this::send);
  }

  /** What a sweep states is no part of most tests. */
  void states() {
    isHeard = true;
  }

  private Set<Integer> send(List<Parcel> parcels) {
    boolean states =
        parcels.stream()
            .anyMatch(parcel -> parcel.body().contains(ExchangeContracts.STATEMENT.id().path()));
    return states && !isHeard ? Set.of() : out.send(parcels);
  }

  <D> MessageId commit(String key, Contract<D> contract, D data) {
    var row = service.rows().at(SUBJECT, key);
    int changes = row.value().map(Subject::changes).orElse(0);
    Prepared prepared =
        service
            .clerk()
            .prepare(
                Commit.commit(row.put(new Subject(changes + 1)).saying(contract, data)), ORIGIN);
    assertThat(prepared.writeTo(table, service.ids().next())).isTrue();
    return prepared.messages().get(0);
  }

  void relay() {
    worker.changes(table.changes());
  }

  void minute() {
    worker.order("minute");
  }

  void sweep() {
    worker.order("sweep");
  }

  void hear() {
    hear(Mail.takenFrom(in));
  }

  void hear(List<Parcel> parcels) {
    assertThat(Mail.failedOf(worker.messages(Mail.event("", parcels)))).isEmpty();
  }

  /** What no outbox may lose before the exchange has it. */
  List<String> unsent() {
    return table.items().stream()
        .flatMap(item -> item.outbox().stream())
        .map(Unsent::id)
        .sorted()
        .toList();
  }
}
