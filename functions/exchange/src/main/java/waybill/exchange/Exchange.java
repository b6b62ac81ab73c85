package waybill.exchange;

import java.time.Duration;
import java.util.List;
import waybill.contracts.Catalog;
import waybill.contracts.verdict.Judge;
import waybill.exchange.books.Audit;
import waybill.exchange.books.FlowCounts;
import waybill.exchange.books.Flows;
import waybill.exchange.hear.Copies;
import waybill.exchange.job.Jobs;
import waybill.exchange.job.Work;
import waybill.exchange.lane.Lanes;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Translator;
import waybill.kit.Service;
import waybill.kit.commit.Counters;

/** What the exchange is made of, whichever of its functions it is. */
final class Exchange {
  final Service service;
  final Copies copies;
  final Ledger ledger;
  final Subscriptions subscriptions;
  final Forms forms;
  final Lanes lanes;
  final Deliveries deliveries;
  final Door door;
  final Late late;
  final Jobs jobs;
  final FlowCounts flows;
  final Flows flowing;
  private final Duration resendAfter;

  Exchange(Service deployed, Duration resendAfter) {
    this(deployed, resendAfter, Counters.NONE);
  }

  Exchange(Service deployed, Duration resendAfter, Counters counters) {
    this.copies = new Copies(deployed.rows());
    this.service = knowing(copies, deployed);
    this.flows = new FlowCounts(counters, service);
    this.ledger = new Ledger(service, flows);
    this.subscriptions = new Subscriptions(deployed.catalog(), service.table(), service.ids());
    this.forms =
        new Forms(
            new Translator(
                service.catalog(),
                new BridgesKnown(deployed.catalog(), copies),
                Judge.standard(),
                service.clock()));
    this.lanes = new Lanes(service, ledger, forms);
    this.deliveries = new Deliveries(ledger, lanes, forms, service.clock(), resendAfter, flows);
    this.door =
        new Door(
            service.catalog(), new Retirement(deployed.catalog(), copies, ledger), service.log());
    this.resendAfter = resendAfter;
    this.jobs = new Jobs(service);
    this.flowing = new Flows(service, ledger, subscriptions, counters);
    this.late = new Late(ledger, subscriptions, service.clock());
  }

  Router router() {
    return new Router(
        ledger,
        subscriptions,
        forms,
        deliveries,
        door,
        service.decisions(),
        service.clock(),
        service.log());
  }

  /** What is done in turns. */
  List<Work> works(Queues queues) {
    return List.of(
        new Backfill(ledger, subscriptions, router(), () -> outgoing(queues)),
        new Audit(service, ledger, new Sweeps(service, queues), flowing));
  }

  Resend resend(Backlog backlog) {
    return new Resend(
        ledger, subscriptions, deliveries, backlog, service.clock(), resendAfter, service.log());
  }

  Outgoing outgoing(Queues queues) {
    return new Outgoing(service, queues, late);
  }

  /** The same, and it knows what was registered since the deployment. */
  private static Service knowing(Copies copies, Service deployed) {
    return new Service(
        deployed.name(),
        deployed.table(),
        Catalog.over(deployed.catalog(), copies, deployed.clock()),
        deployed.clock(),
        deployed.ids(),
        deployed.pause(),
        deployed.log());
  }
}
