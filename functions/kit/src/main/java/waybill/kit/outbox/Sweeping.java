package waybill.kit.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Sweep;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;

/**
 * Sends every outbox again, marked or not: what was lost on the way without a trace is found here,
 * by the day or by hand.
 */
public final class Sweeping {
  private final Service service;
  private final Relay relay;
  private final Queue in;

  public Sweeping(Service service, Relay relay, Queue in) {
    this.service = service;
    this.relay = relay;
    this.in = in;
  }

  /** After some pages the rest is left to a message to oneself. */
  public void from(@Nullable String start) {
    String cursor = start;
    int pages = 0;
    do {
      Page<Item> page = service.table().unsent(cursor);
      relay.send(
          page.items().stream().map(Speaker::of).toList(), service.clock().instant().toString());
      cursor = page.cursor();
      pages++;
    } while (cursor != null && pages < Limits.SWEEP_PAGES_MAX);
    if (cursor != null) goOn(cursor);
  }

  private void goOn(String cursor) {
    var control =
        Control.of(
            service.ids().next(), service.name(), ExchangeContracts.SWEEP, new Sweep(cursor));
    in.send(List.of(Parcel.of(control, service.name(), "sweep")));
  }
}
