package waybill.bench.spine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waybill.bench.count.Bill;
import waybill.bench.count.Step;
import waybill.exchange.ExchangeRouting;
import waybill.kit.aws.Aws;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Speaker;
import waybill.kit.worker.QueueEvent;

/** Takes messages from their commit to the cleared outbox and the closed deliveries. */
public final class Spine implements AutoCloseable {
  private static final String EXCHANGE = "exchange";

  private static final int BATCH = 10;

  private final Machine machine;
  private final Member speaker;
  private final List<Member> listeners;
  private final Function<QueueEvent, Map<String, Object>> router;
  private final Ledger ledger;
  private int said;

  public Spine(Path repository, int subscribers) {
    List<String> names = Members.listeners(subscribers);
    this.machine = new Machine(repository, Members.catalog(repository, names));
    this.speaker = new Member(machine, Members.SPEAKER);
    this.listeners = names.stream().map(name -> new Member(machine, name)).toList();
    String table = machine.shapes.table("ExchangeTable", EXCHANGE);
    var env =
        machine.env(
            EXCHANGE,
            table,
            Map.of(
                "OUT_QUEUES", addresses(member -> member.out.arn()),
                "IN_QUEUES", addresses(member -> member.in.url()),
                "PUBLISHED_QUEUE_ARN", "none"));
    Aws aws = new Aws(env);
    this.router = ExchangeRouting.of(aws, env, machine.service(aws));
    this.ledger = new Ledger(machine.table(table));
  }

  private String addresses(Function<Member, String> of) {
    return Stream.concat(Stream.of(speaker), listeners.stream())
        .map(member -> member.name + "=" + of.apply(member))
        .collect(Collectors.joining(","));
  }

  /** Says so many, and leaves them in the queue to the exchange. */
  public void prefill(int messages) {
    Bill nobodys = new Bill();
    Batches.of(said(messages), BATCH).parallelStream().forEach(some -> say(some, BATCH, nobodys));
  }

  /** As many as are said come through, each step with full batches of so many. */
  public void pass(int messages, int batch, Bill bill) {
    say(said(messages), batch, bill);
    for (int routed = 0; routed < messages; )
      routed += speaker.out.once(batch, bill, Step.ROUTE, router);
    for (Member one : listeners) one.in.drain(batch, bill, Step.HEAR, one.hears());
    for (Member one : listeners) one.out.drain(batch, bill, Step.CLOSE, router);
    speaker.in.drain(batch, bill, Step.CLEAR, speaker.hears());
  }

  private List<String> said(int messages) {
    int first = said;
    said += messages;
    return IntStream.range(first, said).mapToObj(each -> "parcel-" + each).toList();
  }

  private void say(List<String> parcels, int batch, Bill bill) {
    List<Speaker> changes =
        parcels.stream()
            .map(parcel -> bill.charge(Step.COMMIT, () -> speaker.commit(parcel)))
            .toList();
    for (List<Speaker> some : Batches.of(changes, batch))
      bill.charge(Step.RELAY, () -> speaker.relay(some));
  }

  /** What was measured is what was to be measured: so many have come all the way. */
  public void check(int messages) {
    long handled = ledger.handled();
    long cleared = said - speaker.unsent();
    if (handled != (long) messages * listeners.size() || cleared != messages)
      throw new IllegalStateException(handled + " were handled and " + cleared + " cleared");
  }

  @Override
  public void close() {
    machine.close();
  }
}
