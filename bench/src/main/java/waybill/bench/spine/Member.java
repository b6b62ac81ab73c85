package waybill.bench.spine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Item;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Page;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.Speaker;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** A service as the template deploys one: its table, its two queues, its worker. */
public final class Member {
  private static final int PAGE = 1_000;

  /** How a service works. */
  public interface Working {
    Worker of(Service service, Queue in, Queue out);
  }

  public final String name;
  public final Polled in;
  public final Polled out;
  private final Service service;
  private final Overheard overheard;
  private final Worker worker;
  private final Table unmetered;

  /**
   * @param shape whose table and queues the template has
   */
  public Member(Machine machine, String shape, String name, Working working) {
    this.name = name;
    String table = machine.shapes.table(shape + "Table", name);
    this.in = machine.shapes.queue(shape + "In", name + "-in");
    this.out = machine.shapes.queue(shape + "Out", name + "-out");
    Aws aws = new Aws(machine.env(name, table, Map.of()));
    Service deployed = machine.service(aws);
    this.overheard = new Overheard(deployed.table());
    this.service = deployed.over(overheard);
    this.worker = working.of(service, aws.queueAt(in.url()), aws.queueAt(out.url()));
    this.unmetered = machine.table(table);
  }

  public Service service() {
    return service;
  }

  /**
   * As an api commits what it was asked for.
   *
   * @return what the table's stream shows of it
   */
  public List<Speaker> commit(Commit commit, String correlation) {
    Prepared prepared = service.clerk().prepare(commit, new Origin(correlation, null, 0, null));
    if (!prepared.writeTo(service.table(), service.ids().next()))
      throw new IllegalStateException(correlation + " was there already");
    return spoken();
  }

  /** What the table's stream shows since the last time. */
  public List<Speaker> spoken() {
    return overheard.take();
  }

  public Map<String, Object> relay(List<Speaker> changes) {
    return worker.changes(changes);
  }

  public Function<QueueEvent, Map<String, Object>> hears() {
    return worker::messages;
  }

  /** How many items still have something to say. */
  long unsent() {
    long[] unsent = {0};
    look(
        item -> {
          if (!item.outbox().isEmpty()) unsent[0]++;
        });
    return unsent[0];
  }

  /** All that it keeps. */
  public void look(Consumer<Item> at) {
    String cursor = null;
    do {
      Page<Item> page = unmetered.all(cursor, PAGE);
      page.items().forEach(at);
      cursor = page.cursor();
    } while (cursor != null);
  }
}
