package waybill.exchange;

import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.join.Joining;
import waybill.exchange.subscribe.Subscription;

/** What is ordered when somebody has come or gone. */
final class Orders implements Joining.Orders {
  private final Jobs jobs;

  Orders(Jobs jobs) {
    this.jobs = jobs;
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
