package waybill.bench.count;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the steps of a run have cost, by step and kind of call. */
public final class Bill {

  /** What is done at a step, and by which call. */
  public record Line(Step step, String call) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int steps = step.compareTo(other.step);
      return steps == 0 ? call.compareTo(other.call) : steps;
    }
  }

  private final Map<Line, Cost> costs = new TreeMap<>();
  private long polls;

  /** Whatever this thread does meanwhile is charged to the step. */
  public <T> T charge(Step step, Supplier<T> work) {
    return Meter.during((call, cost) -> add(new Line(step, call), cost), work);
  }

  private synchronized void add(Line line, Cost cost) {
    costs.merge(line, cost, Cost::plus);
  }

  /** What Lambda itself asks of a queue for a batch. */
  public void polled(int calls) {
    polls += calls;
  }

  /** Each, for one of so many messages. */
  public Map<Line, Cost> per(int messages) {
    Map<Line, Cost> each = new TreeMap<>();
    costs.forEach((line, cost) -> each.put(line, cost.per(messages)));
    return each;
  }

  public Cost total(int messages) {
    return costs.values().stream().reduce(Cost.NOTHING, Cost::plus).per(messages);
  }

  public double polls(int messages) {
    return (double) polls / messages;
  }
}
