package waybill.exchange;

import java.util.List;
import java.util.function.Consumer;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.JobTurn;
import waybill.kit.Service;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** Tells a job that its turn has come; if that fails, the minute does. */
final class Turner implements Consumer<String> {
  private final Service exchange;
  private final Queue in;

  Turner(Service exchange, Queue in) {
    this.exchange = exchange;
    this.in = in;
  }

  @Override
  public void accept(String job) {
    var control =
        Control.of(
            exchange.ids().next(), exchange.name(), ExchangeContracts.TURN, new JobTurn(job));
    try {
      in.send(List.of(Parcel.of(control, exchange.name(), job)));
    } catch (RuntimeException e) {
      exchange.log().error("a job was not told of its turn; the minute will", e, "job", job);
    }
  }
}
