package waybill.kit.inbox;

import java.util.function.Consumer;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.ContractId;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Sweep;
import waybill.kit.outbox.Clearing;

/** Carries out what stands in the {@code in} queue beside messages. */
final class Orders {
  private final Catalog catalog;
  private final Drain drain;
  private final Desk desk;
  private final Clearing clearing;
  private final Consumer<Sweep> sweeping;

  Orders(Catalog catalog, Drain drain, Desk desk, Clearing clearing, Consumer<Sweep> sweeping) {
    this.catalog = catalog;
    this.drain = drain;
    this.desk = desk;
    this.clearing = clearing;
    this.sweeping = sweeping;
  }

  /**
   * @throws IllegalArgumentException if it can never be carried out
   */
  void obey(Control control, Word word) {
    ContractId contract = control.contract();
    if (contract.equals(ExchangeContracts.ROUTED.id()))
      clearing.of(read(ExchangeContracts.ROUTED, control));
    else if (contract.equals(ExchangeContracts.DRAIN.id())) drained(control, word);
    else if (contract.equals(ExchangeContracts.SWEEP.id()))
      sweeping.accept(read(ExchangeContracts.SWEEP, control));
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
    return catalog.readChecked(contract, control.data());
  }
}
