package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages flow, by contract and subscriber. */
public record FlowList(Instant asOf, List<Flow> items) {

  /** One of them; ages and times in seconds. */
  public record Flow(
      String contract,
      String subscriber,
      long produced,
      long handled,
      long refused,
      long skipped,
      long backlog,
      Rates producerRate,
      Rates consumerRate,
      @Nullable Double oldestAge,
      @Nullable Double timeToDrain) {}

  /** Messages a second. */
  public record Rates(double oneMinute, double fiveMinutes, double fifteenMinutes) {}
}
