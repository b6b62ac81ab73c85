package waybill.bench.up;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/** How long things took, and how many came through in a second. */
record Pace(double p50Millis, double p99Millis, double perSecond) {

  static Pace of(int crowd, int things, IntConsumer thing) {
    var took = new ConcurrentLinkedQueue<Long>();
    long begin = System.nanoTime();
    Crowd.does(
        crowd,
        things,
        one -> {
          long start = System.nanoTime();
          thing.accept(one);
          took.add(System.nanoTime() - start);
        });
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] sorted = took.stream().mapToLong(one -> one).sorted().toArray();
    return new Pace(at(sorted, 0.50), at(sorted, 0.99), things / seconds);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }
}
