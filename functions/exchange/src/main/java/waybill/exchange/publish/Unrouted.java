package waybill.exchange.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Limits;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.log.Log;
import waybill.kit.outbox.Queue;

/** Sends again, by the minute, what was accepted over HTTP and never reached the router. */
public final class Unrouted {
  /** Longer than a queue remembers: a router that is only slow is not fed copies. */
  private static final Duration NEXT_COPY = Limits.DEDUPLICATION_WINDOW.plusMinutes(1);

  private final Ledger ledger;
  private final Dispatch dispatch;
  private final Clock clock;

  public Unrouted(Ledger ledger, Queue published, Clock clock, Log log) {
    this.ledger = ledger;
    this.dispatch = new Dispatch(published, log);
    this.clock = clock;
  }

  public void minute() {
    Instant now = clock.instant();
    List<Arrival> again = new ArrayList<>();
    for (Item item : ledger.due(now)) {
      if (!Entry.isAt(item.key())) continue;
      Cell<Entry> cell = Cell.of(item, Entry.class);
      Entry entry = cell.required();
      if (!entry.isRouted() && ledger.waits(cell, now.plus(NEXT_COPY)))
        again.add(Arrival.of(entry));
    }
    dispatch.send(again, now.toString());
  }
}
