package waybill.bench.saga;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waybill.bench.count.Bill;
import waybill.bench.count.Step;
import waybill.bench.spine.Machine;
import waybill.bench.spine.Member;
import waybill.bench.spine.Router;
import waybill.contracts.sagas.SagaState;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Speaker;
import waybill.sagas.SagasWorking;

/**
 * Takes sagas from the commit that begins them to the end of the last receipt, all of a pass in
 * step: what one does, the others do next.
 */
final class Scene implements AutoCloseable {
  private static final int BATCH = 10;
  private static final Map<String, Object> DONE = Map.of("batchItemFailures", List.of());

  private final Plot plot;
  private final Machine machine;
  private final List<Member> cast;
  private final Member coordinator;
  private final List<Member> all;
  private final Router router;
  private int begun;

  Scene(Path repository, Plot plot) {
    this.plot = plot;
    this.machine = new Machine(repository, plot.catalog());
    this.cast = plot.cast(machine);
    this.coordinator = new Member(machine, "Sagas", "sagas", SagasWorking::of);
    this.all = Stream.concat(cast.stream(), Stream.of(coordinator)).toList();
    this.router = new Router(machine, all);
  }

  /** So many go through, each call with full batches of so many. */
  void pass(int sagas, int batch, Bills bills) {
    var said = begin(sagas, bills);
    while (!said.isEmpty()) said = turn(said, batch, bills, any -> true);
  }

  /** So many begin, and wait for a reply that does not come. */
  void waiting(int sagas) {
    Bills nobodys = new Bills();
    var said = begin(sagas, nobodys);
    while (!said.isEmpty())
      said = turn(said, BATCH, nobodys, one -> one == coordinator || one == cast.get(0));
  }

  private Map<Member, List<Speaker>> begin(int sagas, Bills bills) {
    Member first = cast.get(0);
    List<String> ids =
        IntStream.range(begun, begun += sagas).mapToObj(each -> "order-" + each).toList();
    List<Speaker> said =
        ids.stream()
            .flatMap(
                id ->
                    of(first, bills)
                        .charge(Step.COMMIT, () -> first.commit(plot.begin(first, id), id))
                        .stream())
            .toList();
    return Map.of(first, said);
  }

  /** What was said is routed and heard, and what is said about that is what is said next. */
  private Map<Member, List<Speaker>> turn(
      Map<Member, List<Speaker>> said, int batch, Bills bills, Predicate<Member> hears) {
    said.forEach(
        (member, speakers) -> {
          for (List<Speaker> some : Batches.of(speakers, batch))
            of(member, bills).charge(Step.RELAY, () -> member.relay(some));
        });
    route(batch, bills, Step.ROUTE);
    Map<Member, List<Speaker>> next = new LinkedHashMap<>();
    for (Member one : all) {
      if (!hears.test(one)) one.in.drain(batch, new Bill(), Step.HEAR, lost -> DONE);
      else
        one.in.drain(
            batch, of(one, bills), said.containsKey(one) ? Step.CLEAR : Step.HEAR, one.hears());
      List<Speaker> spoken = one.spoken();
      if (!spoken.isEmpty()) next.put(one, spoken);
    }
    route(batch, bills, Step.CLOSE);
    return next;
  }

  private void route(int batch, Bills bills, Step step) {
    for (Member one : all) one.out.drain(batch, bills.exchange(), step, router.routes());
  }

  private Bill of(Member member, Bills bills) {
    return member == coordinator ? bills.coordinator() : bills.participants();
  }

  /** What was measured is what was to be measured: so many have ended well. */
  void check(int completed) {
    Map<SagaState, Long> states = SagasWorking.states(coordinator::look);
    if (states.getOrDefault(SagaState.COMPLETED, 0L) != completed || sum(states) != begun)
      throw new IllegalStateException("of " + begun + " sagas: " + states);
  }

  private static long sum(Map<SagaState, Long> states) {
    return states.values().stream().mapToLong(one -> one).sum();
  }

  @Override
  public void close() {
    machine.close();
  }
}
