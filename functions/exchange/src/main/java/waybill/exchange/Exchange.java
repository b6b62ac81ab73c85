package waybill.exchange;

import java.time.Duration;
import java.util.List;
import waybill.contracts.verdict.Judge;
import waybill.exchange.books.Audit;
import waybill.exchange.books.FlowCounts;
import waybill.exchange.books.Flows;
import waybill.exchange.desk.Desk;
import waybill.exchange.desk.Ordering;
import waybill.exchange.erase.DocumentsErased;
import waybill.exchange.erase.Erasing;
import waybill.exchange.hear.Copies;
import waybill.exchange.hear.Hearing;
import waybill.exchange.hear.Widening;
import waybill.exchange.job.Jobs;
import waybill.exchange.job.Work;
import waybill.exchange.lane.Lanes;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.replay.Replaying;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Translator;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Counters;
import waybill.kit.commit.ReadAhead;
import waybill.kit.outbox.Queue;

/** What the exchange is made of, whichever of its functions it is. */
final class Exchange {
  final Service service;
  final ReadAhead ahead;
  final Copies copies;
  final Ledger ledger;
  final Subscriptions subscriptions;
  final Forms forms;
  final Lanes lanes;
  final Deliveries deliveries;
  final Crowding crowding;
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
    this(deployed, resendAfter, counters, Limits.QUEUED_PER_KEY_MAX);
  }

  /**
   * @param queuedPerKey behind so many that are open, a key waits
   */
  Exchange(Service deployed, Duration resendAfter, Counters counters, int queuedPerKey) {
    this.copies = new Copies(deployed.rows());
    this.ahead = new ReadAhead(deployed.table());
    this.service = copies.known(deployed.over(ahead));
    this.flows = new FlowCounts(counters, service);
    this.ledger = new Ledger(service, flows);
    this.subscriptions = new Subscriptions(deployed.catalog(), service.table(), service.ids());
    this.forms =
        new Forms(
            new Translator(
                service.catalog(),
                new BridgesKnown(deployed.catalog(), copies),
                Judge.standard(),
                service.clock()),
            service.claims());
    this.lanes = new Lanes(service, ledger, forms);
    this.deliveries = new Deliveries(ledger, lanes, forms, service.clock(), resendAfter, flows);
    this.crowding = new Crowding(ledger, deliveries, service.clock(), resendAfter, queuedPerKey);
    this.door =
        new Door(
            service.catalog(),
            service.claims(),
            new Retirement(deployed.catalog(), copies, ledger),
            service.log());
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
        crowding,
        door,
        service.decisions(),
        service.clock(),
        service.log());
  }

  Receipts receipts() {
    return new Receipts(
        ledger, subscriptions, crowding, service.decisions(), service.clock(), resendAfter);
  }

  /** What is done in turns. */
  <Q extends Queues & Backlog> List<Work> works(Q queues) {
    return List.of(
        new Backfill(ledger, subscriptions, router(), () -> outgoing(queues), service.clock()),
        new Leaving(ledger, subscriptions, service.clock()),
        new Announcing(service.name(), service.catalog(), router(), () -> outgoing(queues)),
        new Replaying(
            service, ledger, subscriptions, () -> new ReplayWays(this, queues, outgoing(queues))),
        new Erasing(
            service,
            ledger,
            new MembersTold(service, queues).and(new DocumentsErased(service.blobs()))),
        new Audit(
            service,
            ledger,
            new Sweeps(service, queues),
            new Healing(ledger, subscriptions, deliveries, outgoing(queues)),
            flowing),
        new Ordering(
            service,
            ledger,
            subscriptions,
            desk(),
            () -> new DeskPost(this, outgoing(queues), queues)));
  }

  /** As a subscriber among others. */
  Hearing hearing(Queue in, Queue out) {
    Orders orders = new Orders(jobs, service.clock());
    return new Hearing(
        service,
        new Widening(
            subscriptions,
            changed -> sequence -> jobs.change(orders.telling(changed, changed.takes(), sequence))),
        in,
        out);
  }

  Desk desk() {
    return new Desk(service, ledger, forms, resendAfter);
  }

  Resend resend(Backlog backlog) {
    return new Resend(
        ledger,
        subscriptions,
        deliveries,
        crowding,
        lanes,
        backlog,
        late,
        service.clock(),
        resendAfter,
        service.log());
  }

  Outgoing outgoing(Queues queues) {
    return new Outgoing(service, queues, late);
  }
}
