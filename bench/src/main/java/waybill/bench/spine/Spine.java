package waybill.bench.spine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waybill.bench.count.Bill;
import waybill.bench.count.Step;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Speaker;

/** Takes messages from their commit to the cleared outbox and the closed deliveries. */
public final class Spine implements AutoCloseable {
  private static final int BATCH = 10;

  private final Machine machine;
  private final Member speaker;
  private final List<Member> listeners;
  private final Router router;
  private int said;

  public Spine(Path repository, int subscribers) {
    List<String> names = Members.listeners(subscribers);
    this.machine = new Machine(repository, Members.catalog(repository, names));
    this.speaker = Members.of(machine, Members.SPEAKER);
    this.listeners = names.stream().map(name -> Members.of(machine, name)).toList();
    this.router =
        new Router(machine, Stream.concat(Stream.of(speaker), listeners.stream()).toList());
  }

  /** What so many messages cost, so many together at each step, with batches of so many. */
  public static Bill counted(
      Path repository, int subscribers, int messages, int together, int batch) {
    Bill bill = new Bill();
    try (Spine spine = new Spine(repository, subscribers)) {
      spine.pass(BATCH, BATCH, new Bill()); // Catalogs and classes are read once.
      for (int done = 0; done < messages; done += together) spine.pass(together, batch, bill);
      spine.check(messages + BATCH);
    }
    return bill;
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
      routed += speaker.out.once(batch, bill, Step.ROUTE, router.routes());
    for (Member one : listeners) one.in.drain(batch, bill, Step.HEAR, one.hears());
    for (Member one : listeners) one.out.drain(batch, bill, Step.CLOSE, router.routes());
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
            .flatMap(parcel -> bill.charge(Step.COMMIT, () -> commit(parcel)).stream())
            .toList();
    for (List<Speaker> some : Batches.of(changes, batch))
      bill.charge(Step.RELAY, () -> speaker.relay(some));
  }

  private List<Speaker> commit(String parcel) {
    return speaker.commit(Members.sent(parcel), parcel);
  }

  /** What was measured is what was to be measured: so many have come all the way. */
  public void check(int messages) {
    long handled = router.ledger.handled();
    long cleared = said - speaker.unsent();
    if (handled != (long) messages * listeners.size() || cleared != messages)
      throw new IllegalStateException(handled + " were handled and " + cleared + " cleared");
  }

  @Override
  public void close() {
    machine.close();
  }
}
