package waybill.exchange.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;

/** Finds the keys of a range, and for each from where to where it goes. */
final class Finding {
  static final Duration KEPT = Duration.ofDays(90);
  private static final int ENTRIES_A_TURN = 100;

  private final Table table;
  private final Service exchange;
  private final Ledger ledger;

  Finding(Service exchange, Ledger ledger) {
    this.table = exchange.table();
    this.exchange = exchange;
    this.ledger = ledger;
  }

  Turn turn(Job job, Wanted wanted, Subscription to, Progress at) {
    List<String> contracts = wanted.contracts(to);
    if (at.contract() >= contracts.size()) return new Turn(Progress.round().toJson(), 0);
    Page<Item> page = ledger.list(contracts.get(at.contract()), at.cursor(), ENTRIES_A_TURN);
    Map<MessageId, Stretch> found = new LinkedHashMap<>();
    boolean over = page.cursor() == null;
    for (Item item : page.items())
      if (item.key().place().equals(Entry.PLACE)) {
        Entry entry = Cell.of(item, Entry.class).required();
        Message message = Arrival.of(entry).message();
        over |= wanted.isBefore(message);
        if (wanted.has(message) && entry.subscribers().containsKey(to.id())) note(found, message);
      }
    found.forEach((key, stretch) -> keep(job, key, stretch));
    return new Turn(next(at, over ? null : page.cursor()).toJson(), 0);
  }

  private static Progress next(Progress at, @Nullable String cursor) {
    return Progress.finding(cursor == null ? at.contract() + 1 : at.contract(), cursor);
  }

  private static void note(Map<MessageId, Stretch> found, Message message) {
    long sequence = message.id().sequence();
    found.merge(
        new MessageId(message.id().source(), message.id().key(), 1),
        Stretch.of(sequence),
        (before, one) -> before.and(sequence, sequence));
  }

  private void keep(Job job, MessageId key, Stretch found) {
    Instant expires = exchange.clock().instant().plus(KEPT);
    exchange
        .decisions()
        .untilWritten(
            () -> {
              Cell<Stretch> at = Cell.read(table, Replays.stretchOf(job.id(), key), Stretch.class);
              Stretch before = at.value();
              Stretch both = before == null ? found : before.and(found.low(), found.high());
              boolean done = both.equals(before) || ledger.write(at, both, null, null, expires);
              return done ? Optional.of(true) : Optional.empty();
            });
  }
}
