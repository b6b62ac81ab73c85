package waybill.exchange;

import java.util.List;
import waybill.contracts.Carried;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.job.Job;
import waybill.exchange.job.Jobs;
import waybill.exchange.job.Work;
import waybill.kit.commit.Item;
import waybill.kit.worker.QueueEvent;

/** Goes on with jobs: when told, and by the minute with what nobody went on with. */
final class DueJobs {
  private final Exchange exchange;
  private final Jobs jobs;
  private final List<Work> works;

  DueJobs(Exchange exchange, List<Work> works) {
    this.exchange = exchange;
    this.jobs = exchange.jobs;
    this.works = works;
  }

  boolean isTurn(QueueEvent.Entry entry) {
    return Carried.parse(entry.body()) instanceof Control control
        && control.contract().equals(ExchangeContracts.TURN.id());
  }

  /** What is not done in one call is due: so nothing comes back to the queue. */
  void take(List<QueueEvent.Entry> entries) {
    for (QueueEvent.Entry entry : entries) {
      Control control = (Control) Carried.parse(entry.body());
      var catalog = exchange.service.catalog();
      jobs.run(catalog.readChecked(ExchangeContracts.TURN, control.data()).job(), works);
    }
  }

  void minute() {
    for (Item item : exchange.ledger.due(exchange.service.clock().instant()))
      if (Job.isAt(item.key())) jobs.run(Job.idOf(item.key()), works);
  }
}
