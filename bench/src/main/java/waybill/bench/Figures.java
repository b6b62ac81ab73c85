package waybill.bench;

import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/**
 * What a run measured.
 *
 * @param operations how many were done where JMH saw one
 */
record Figures(Collection<RunResult> results, int operations) {

  Figure of(String benchmark) {
    for (RunResult result : results)
      if (result.getParams().getBenchmark().endsWith("." + benchmark)) return of(result);
    throw new IllegalStateException("nothing was measured of " + benchmark);
  }

  private Figure of(RunResult result) {
    // The best one: in the others somebody else may have needed the machine.
    double nanos = result.getPrimaryResult().getStatistics().getMin();
    return new Figure(nanos / operations, allocated(result) / operations);
  }

  /** By a name that JMH has changed once. */
  private static double allocated(RunResult result) {
    var secondary = result.getSecondaryResults();
    for (String name : secondary.keySet())
      if (name.endsWith("gc.alloc.rate.norm"))
        return Objects.requireNonNull(secondary.get(name)).getScore();
    throw new IllegalStateException("allocation was not counted");
  }
}
