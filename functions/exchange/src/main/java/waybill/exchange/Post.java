package waybill.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import waybill.contracts.Carried;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.books.Statements;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Head;
import waybill.kit.commit.Key;
import waybill.kit.inbox.Bodies;
import waybill.kit.log.Log;
import waybill.kit.worker.QueueEvent;

/** What comes out of the services' {@code out} queues: messages, receipts, questions. */
final class Post {
  private final Exchange exchange;
  private final Addresses addresses;
  private final Queues queues;
  private final Router router;
  private final Receipts receipts;
  private final Gaps gaps;
  private final Statements statements;
  private final Log log;
  private final Bodies opened = new Bodies();
  private boolean hasLooked;

  Post(Exchange exchange, Addresses addresses, Queues queues) {
    this.exchange = exchange;
    this.addresses = addresses;
    this.queues = queues;
    var clock = exchange.service.clock();
    this.log = exchange.service.log();
    this.router = exchange.router();
    this.receipts = exchange.receipts();
    this.statements = new Statements(exchange.service);
    this.gaps = new Gaps(exchange.ledger, exchange.subscriptions, exchange.deliveries, clock);
  }

  Map<String, Object> take(QueueEvent event) {
    hasLooked = false;
    expect(event.bodies());
    Outgoing outgoing = exchange.outgoing(queues);
    Map<String, Object> answer = event.each(entry -> take(entry, outgoing), log);
    outgoing.send();
    exchange.flows.flush();
    return answer;
  }

  /** The heads that a batch is about to look at. */
  private void expect(List<String> bodies) {
    List<Key> keys = new ArrayList<>();
    for (Carried one : opened.open(bodies))
      if (one instanceof Message message) keys.add(Head.keyOf(message.id()));
    exchange.ahead.look(keys);
  }

  /** The queue tells who speaks; a body that claims to be of somebody else is dropped. */
  private void take(QueueEvent.Entry entry, Outgoing outgoing) {
    Carried carried = opened.of(entry.body());
    if (carried instanceof Message) look();
    if (entry.queue().equals(addresses.published())) {
      router.takeAccepted(Arrival.of((Message) carried, entry.body()), outgoing);
      return;
    }
    String speaker = addresses.speakerOf(entry.queue());
    if (!carried.source().equals(speaker))
      log.warn("refused: speaks for another", "queue_of", speaker, "source", carried.source());
    else if (carried instanceof Message message)
      router.take(Arrival.of(message, entry.body()), outgoing);
    else obey(speaker, (Control) carried, outgoing);
  }

  /** Who joined before a batch gets what is in it: its first message has them looked up. */
  private void look() {
    if (!hasLooked) exchange.subscriptions.now();
    hasLooked = true;
  }

  private void obey(String speaker, Control control, Outgoing outgoing) {
    var contract = control.contract();
    if (contract.equals(ExchangeContracts.RECEIPT.id()))
      receipts.take(speaker, read(ExchangeContracts.RECEIPT, control), outgoing);
    else if (contract.equals(ExchangeContracts.GAP.id()))
      gaps.take(speaker, read(ExchangeContracts.GAP, control), outgoing);
    else if (contract.equals(ExchangeContracts.STATEMENT.id()))
      statements.take(speaker, read(ExchangeContracts.STATEMENT, control));
    else throw new IllegalArgumentException(contract + " is not for the exchange");
  }

  private <T> T read(Contract<T> contract, Control control) {
    return exchange.service.catalog().readChecked(contract, control.data());
  }
}
