package waybill.exchange;

import java.util.List;
import waybill.contracts.Control;
import waybill.contracts.exchange.Erase;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.erase.Elsewhere;
import waybill.kit.Service;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** Each member hears that it is to erase what it has parked. */
final class MembersTold implements Elsewhere {
  private final Service exchange;
  private final Queues queues;

  MembersTold(Service exchange, Queues queues) {
    this.exchange = exchange;
    this.queues = queues;
  }

  @Override
  public void erase(String source, String key, String says) {
    for (String member : queues.members())
      queues.member(member).ifPresent(in -> tell(in, new Erase(source, key, says)));
  }

  private void tell(Queue in, Erase erase) {
    Control control =
        Control.of(exchange.ids().next(), exchange.name(), ExchangeContracts.ERASE, erase);
    if (!in.send(List.of(Parcel.of(control, erase.source(), erase.key()))).isEmpty())
      throw new IllegalStateException("a queue refused");
  }
}
