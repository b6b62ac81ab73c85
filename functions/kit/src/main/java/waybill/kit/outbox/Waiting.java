package waybill.kit.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;

/**
 * What could not go on by itself goes on when it is due, by the minute. Only failures pay for it.
 */
public final class Waiting {
  /** Longer than a queue remembers, so that the next copy is not taken for the last one. */
  private static final Duration NEXT_COPY = Limits.DEDUPLICATION_WINDOW.plusMinutes(1);

  private final Table table;
  private final Relay relay;
  private final Predicate<Item> wake;
  private final Clock clock;

  /**
   * @param wake goes on with whatever else of the service waits on the item; false if nothing does
   */
  public Waiting(Table table, Relay relay, Predicate<Item> wake, Clock clock) {
    this.table = table;
    this.relay = relay;
    this.wake = wake;
    this.clock = clock;
  }

  public void minute() {
    table.due(clock.instant()).forEach(this::goOn);
  }

  private void goOn(Item item) {
    boolean speaks = !item.outbox().isEmpty();
    boolean woke = wake.test(item);
    // What was woken stays due until it has moved the mark itself.
    if (speaks && !woke) table.waitUntil(item.key(), clock.instant().plus(NEXT_COPY));
    if (speaks) relay.send(List.of(Speaker.of(item)), clock.instant().toString());
    if (!speaks && !woke && item.due() != null) table.waitNoLonger(item.key(), item.due());
  }
}
