package waybill.exchange;

import java.util.Map;
import waybill.contracts.Carried;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.hear.Copies;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Service;
import waybill.kit.outbox.Queue;
import waybill.kit.worker.QueueEvent;

/** What comes out of the services' {@code out} queues: messages, receipts, questions. */
final class Post {
  private final Service exchange;
  private final Addresses addresses;
  private final Map<String, Queue> inQueues;
  private final Router router;
  private final Receipts receipts;
  private final Gaps gaps;

  Post(Service deployed, Addresses addresses, Map<String, Queue> inQueues) {
    Copies copies = new Copies(deployed.rows());
    this.exchange = copies.known(deployed);
    this.addresses = addresses;
    this.inQueues = inQueues;
    var ledger = new Ledger(exchange);
    var clock = exchange.clock();
    var decisions = exchange.decisions();
    this.router =
        new Router(
            ledger,
            new Subscriptions(exchange.catalog()),
            new Door(
                exchange.catalog(),
                new Retirement(deployed.catalog(), copies, ledger),
                exchange.log()),
            decisions,
            clock,
            addresses.resendAfter(),
            exchange.log());
    this.receipts = new Receipts(ledger, decisions, clock, addresses.resendAfter());
    this.gaps = new Gaps(ledger, clock);
  }

  Map<String, Object> take(QueueEvent event) {
    Outgoing outgoing = new Outgoing(exchange, inQueues);
    Map<String, Object> answer = event.each(entry -> take(entry, outgoing), exchange.log());
    outgoing.send();
    return answer;
  }

  /** The queue tells who speaks; a body that claims to be of somebody else is dropped. */
  private void take(QueueEvent.Entry entry, Outgoing outgoing) {
    Carried carried = Carried.parse(entry.body());
    if (entry.queue().equals(addresses.published())) {
      router.takeAccepted(Arrival.of((Message) carried, entry.body()), outgoing);
      return;
    }
    String speaker = addresses.speakerOf(entry.queue());
    if (!carried.source().equals(speaker))
      exchange
          .log()
          .warn("refused: speaks for another", "queue_of", speaker, "source", carried.source());
    else if (carried instanceof Message message)
      router.take(Arrival.of(message, entry.body()), outgoing);
    else obey(speaker, (Control) carried, outgoing);
  }

  private void obey(String speaker, Control control, Outgoing outgoing) {
    var contract = control.contract();
    if (contract.equals(ExchangeContracts.RECEIPT.id()))
      receipts.take(speaker, read(ExchangeContracts.RECEIPT, control), outgoing);
    else if (contract.equals(ExchangeContracts.GAP.id()))
      gaps.take(speaker, read(ExchangeContracts.GAP, control), outgoing);
    else throw new IllegalArgumentException(contract + " is not for the exchange");
  }

  private <T> T read(Contract<T> contract, Control control) {
    return exchange.catalog().readChecked(contract, control.data());
  }
}
