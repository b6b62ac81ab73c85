package waybill.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import waybill.bench.saga.OneOrder;
import waybill.contracts.Message;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.Origin;
import waybill.sagas.SagasWorking;
import waybill.sagas.course.Course;
import waybill.sagas.course.Heard;
import waybill.sagas.course.Saga;
import waybill.sagas.course.Transition;

/** A saga that goes well, from its beginning to its end, as the machine sees it: no I/O. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class CourseBench {
  static final int TRANSITIONS = OneOrder.MESSAGES;

  private final OneOrder order = new OneOrder("order-1");
  private final Course course = SagasWorking.course(OneOrder.DEFINITION);
  private final Instant now = Instant.EPOCH;

  public CourseBench() {
    if (saga().state() != SagaState.COMPLETED) throw new IllegalStateException("does not go well");
  }

  @Benchmark
  public Saga saga() {
    Message placed = order.message(0);
    Transition last = course.begin(order.saga(), Heard.of(placed), null, Origin.of(placed), now);
    for (int at = 1; at < TRANSITIONS; at++)
      last = course.heard(last.saga(), at, Heard.of(order.message(at)), now);
    return last.saga();
  }
}
