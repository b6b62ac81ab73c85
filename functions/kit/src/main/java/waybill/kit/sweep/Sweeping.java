package waybill.kit.sweep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Control;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Sweep;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;
import waybill.kit.inbox.Standing;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.Relay;
import waybill.kit.outbox.Speaker;

/**
 * Sends every outbox again, marked or not: what was lost on the way without a trace is found here,
 * by the day or by hand. And says what the table holds, so that the exchange can compare.
 */
public final class Sweeping {
  private final Service service;
  private final Relay relay;
  private final Statements statements;
  private final Queue in;

  public Sweeping(Service service, Relay relay, Queue in, Queue out) {
    this.service = service;
    this.relay = relay;
    this.statements = new Statements(service, out);
    this.in = in;
  }

  /** After some pages the rest is left to a message to oneself. */
  public void from(Sweep order) {
    String cursor = order.cursor();
    int pages = 0;
    int lookups = 0;
    do {
      Instant at = service.clock().instant();
      Page<Item> page = service.table().speakersAnd(Standing.KIND, cursor);
      relay.send(unsent(page), at.toString());
      cursor = page.cursor();
      Books books = Books.of(page.items(), service.table());
      statements.send(books, at, order.audit(), cursor == null);
      lookups += books.lookups();
      pages++;
    } while (cursor != null
        && pages < Limits.SWEEP_PAGES_MAX
        && lookups < Limits.SWEEP_LOOKUPS_MAX);
    if (cursor != null) goOn(cursor, order.audit());
  }

  private static List<Speaker> unsent(Page<Item> page) {
    return page.items().stream().filter(item -> !item.outbox().isEmpty()).map(Speaker::of).toList();
  }

  private void goOn(String cursor, @Nullable String audit) {
    var control =
        Control.of(
            service.ids().next(),
            service.name(),
            ExchangeContracts.SWEEP,
            new Sweep(cursor, audit));
    in.send(List.of(Parcel.of(control, service.name(), "sweep")));
  }
}
