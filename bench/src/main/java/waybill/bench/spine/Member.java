package waybill.bench.spine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.commit.Change;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Item;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Page;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.outbox.Speaker;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** A service as the template deploys one: its table, its two queues, its worker. */
final class Member {
  /** What a service keeps of a parcel: small, and read by nobody. */
  record Parcel(String state) {}

  static final Kind<Parcel> PARCEL = Kind.entity("parcel", Parcel.class);

  final String name;
  final Polled in;
  final Polled out;
  private final Service service;
  private final Worker worker;
  private final Table unmetered;

  Member(Machine machine, String name) {
    this.name = name;
    String table = machine.shapes.table("UsersTable", name);
    this.in = machine.shapes.queue("UsersIn", name + "-in");
    this.out = machine.shapes.queue("UsersOut", name + "-out");
    Aws aws = new Aws(machine.env(name, table, Map.of()));
    this.service = machine.service(aws);
    this.worker =
        new Worker(
            service,
            Inbox.of(
                Inbox.on(
                    Members.PARCEL_SENT,
                    m -> Reaction.commit(PARCEL.fresh(m.key(), new Parcel("here"))))),
            aws.queueAt(in.url()),
            aws.queueAt(out.url()));
    this.unmetered = machine.table(table);
  }

  /**
   * One item and what it says, without a look at what was there.
   *
   * @return what the table's stream shows of it
   */
  Speaker commit(String parcel) {
    var said =
        PARCEL
            .fresh(parcel, new Parcel("sent"))
            .saying(Members.PARCEL_SENT, ParcelSent.about(parcel));
    Prepared prepared =
        service.clerk().prepare(Commit.commit(said), new Origin(parcel, null, 0, null));
    if (!prepared.writeTo(service.table(), service.ids().next()))
      throw new IllegalStateException(parcel + " was there already");
    var put = (Change.Put) prepared.changes().get(0);
    return new Speaker(put.key(), put.says());
  }

  Map<String, Object> relay(List<Speaker> changes) {
    return worker.changes(changes);
  }

  Function<QueueEvent, Map<String, Object>> hears() {
    return worker::messages;
  }

  /** How many items still have something to say. */
  long unsent() {
    long unsent = 0;
    String cursor = null;
    do {
      Page<Item> page = unmetered.all(cursor, 1_000);
      unsent += page.items().stream().filter(item -> !item.outbox().isEmpty()).count();
      cursor = page.cursor();
    } while (cursor != null);
    return unsent;
  }
}
