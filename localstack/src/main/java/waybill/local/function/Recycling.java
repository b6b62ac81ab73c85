package waybill.local.function;

import java.util.Random;

/** How often the stack throws an instance away after an invocation; a seed makes it repeatable. */
public final class Recycling {
  private final double probability;
  private final Random random;

  private Recycling(double probability, long seed) {
    this.probability = probability;
    this.random = new Random(seed);
  }

  public static Recycling never() {
    return new Recycling(0, 0);
  }

  public static Recycling withProbability(double probability, long seed) {
    return new Recycling(probability, seed);
  }

  synchronized boolean now() {
    return probability > 0 && random.nextDouble() < probability;
  }
}
