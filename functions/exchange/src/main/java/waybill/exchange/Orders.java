package waybill.exchange;

import java.time.Clock;
import java.util.List;
import waybill.contracts.ContractId;
import waybill.contracts.exchange.SubscriptionChanged;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.join.Joining;
import waybill.exchange.subscribe.Subscription;

/** What is ordered when somebody has come or gone. */
final class Orders implements Joining.Orders {
  private final Jobs jobs;
  private final Clock clock;

  Orders(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public Job telling(Subscription changed, List<ContractId> takes, long sequence) {
    var told =
        new SubscriptionChanged(
            changed.name(),
            changed.service(),
            takes.stream().map(ContractId::toString).toList(),
            clock.instant());
    return jobs.fresh(Announcing.KIND, Announcing.orderOf(told, sequence), changed.service());
  }

  @Override
  public Job backfill(Subscription joined, String by) {
    return jobs.fresh(Backfill.KIND, Backfill.orderOf(joined), by);
  }

  @Override
  public Job leaving(Subscription left, String by) {
    return jobs.fresh(Leaving.KIND, Leaving.orderOf(left), by);
  }
}
