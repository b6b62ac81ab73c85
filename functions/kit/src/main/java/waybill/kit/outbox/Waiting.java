package waybill.kit.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import waybill.kit.Limits;
import waybill.kit.commit.Item;
import waybill.kit.commit.Table;
import waybill.kit.commit.TimeLeft;

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
  private final AtOnce many = new AtOnce(Limits.DUE_AT_ONCE);

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
    minute(new TimeLeft(clock));
  }

  /**
   * @param time when it is short, the rest is left to the next minute
   */
  public void minute(TimeLeft time) {
    Instant now = clock.instant();
    table.due(
        now,
        due -> {
          goOn(due, now);
          return !time.isShort();
        });
  }

  private void goOn(List<Item> due, Instant now) {
    many.each(due, item -> mark(item, now));
    List<Speaker> speakers =
        due.stream().filter(item -> !item.outbox().isEmpty()).map(Speaker::of).toList();
    relay.send(speakers, now.toString());
  }

  /** What was woken stays due until it has moved the mark itself. */
  private void mark(Item item, Instant now) {
    if (wake.test(item)) return;
    if (!item.outbox().isEmpty()) table.waitUntil(item.key(), now.plus(NEXT_COPY));
    else if (item.due() != null) table.waitNoLonger(item.key(), item.due());
  }
}
