package waybill.kit.inbox;

import java.util.List;
import waybill.contracts.Carried;
import waybill.contracts.Contract;
import waybill.contracts.Control;
import waybill.contracts.Message;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.kit.Service;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Item;
import waybill.kit.outbox.Clearing;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.Sweeping;

/** The subscriber's side of the exchange: takes what stands in the service's {@code in} queue. */
public final class Subscriber {
  private final Service service;
  private final Sweeping sweeping;
  private final Queue in;
  private final Queue out;
  private final Reception reception;
  private final Drain drain;
  private final Desk desk;
  private final Clearing clearing;

  public Subscriber(Service service, Inbox inbox, Sweeping sweeping, Queue in, Queue out) {
    this.service = service;
    this.in = in;
    this.sweeping = sweeping;
    this.out = out;
    var table = service.table();
    var clock = service.clock();
    var decisions = service.decisions();
    var judge =
        new Judge(inbox, service.catalog(), service.clerk(), service.claims(), service.log());
    var settling = new Settling(table, service.ids(), clock);
    this.drain = new Drain(table, judge, settling, decisions, clock);
    this.reception = new Reception(table, judge, settling, drain, decisions, clock);
    this.desk = new Desk(table, settling, drain, decisions);
    this.clearing = new Clearing(table, Standing::keyOf);
  }

  /** What is said about a batch goes out together, once the batch is through. */
  public final class Batch implements AutoCloseable {
    private final Word word =
        new Word(service.name(), out, service.ids(), service.clock(), service.log());

    public void take(String body) {
      Carried carried = Carried.parse(body);
      if (carried instanceof Message message) reception.take(message, word);
      else obey((Control) carried, word);
    }

    @Override
    public void close() {
      word.send();
    }
  }

  public Batch open() {
    return new Batch();
  }

  /**
   * Sends the key into the service's own queue: there it waits its turn behind what came before.
   * The queue drops a second order while the first has changed nothing.
   *
   * @return whether the item has parked messages at all
   */
  public boolean wake(Item due) {
    if (!Standing.isParked(due)) return false;
    var order = Standing.drainOf(due);
    var control = Control.of(service.ids().next(), service.name(), ExchangeContracts.DRAIN, order);
    String group = Parcel.groupOf(order.source(), order.key());
    String once = Hash.of(group, String.valueOf(due.version()));
    tryWake(new Parcel(group, once, control.toJson()));
    return true;
  }

  private void tryWake(Parcel order) {
    try {
      in.send(List.of(order));
    } catch (RuntimeException e) {
      service.log().error("a parked key was not woken; the next minute tries again", e);
    }
  }

  private void obey(Control control, Word word) {
    var contract = control.contract();
    if (contract.equals(ExchangeContracts.ROUTED.id()))
      clearing.of(read(ExchangeContracts.ROUTED, control));
    else if (contract.equals(ExchangeContracts.DRAIN.id())) drained(control, word);
    else if (contract.equals(ExchangeContracts.SWEEP.id()))
      sweeping.from(read(ExchangeContracts.SWEEP, control).cursor());
    else if (contract.equals(ExchangeContracts.EXPIRED.id()))
      drain.giveUp(read(ExchangeContracts.EXPIRED, control), word);
    else if (contract.equals(ExchangeContracts.DESK_ORDER.id()))
      desk.carryOut(read(ExchangeContracts.DESK_ORDER, control), word);
    else throw new IllegalArgumentException(contract + " is not for a subscriber");
  }

  private void drained(Control control, Word word) {
    var order = read(ExchangeContracts.DRAIN, control);
    drain.runDue(order.source(), order.key(), word);
  }

  private <T> T read(Contract<T> contract, Control control) {
    return service.catalog().readChecked(contract, control.data());
  }
}
