package waybill.exchange.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.MessageId;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Place;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;

/** The exchange's table: entries, heads and deliveries, each written alone, by its version. */
public final class Ledger {
  private final Table table;
  private final Ids ids;
  private final Catalog catalog;
  private final Ends ends;

  /** Told of each delivery that has ended. */
  public interface Ends {
    void ended(Key delivery, Delivery ended);
  }

  public Ledger(Service exchange) {
    this(exchange, (delivery, ended) -> {});
  }

  public Ledger(Service exchange, Ends ends) {
    this.ends = ends;
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.catalog = exchange.catalog();
  }

  public Duration retention(ContractId contract) {
    return catalog.definition(contract.name()).retention();
  }

  public Cell<Head> head(MessageId id) {
    return Cell.read(table, Head.keyOf(id), Head.class);
  }

  public Cell<Head> head(String source, String key) {
    return Cell.read(table, Head.keyOf(source, key), Head.class);
  }

  public Cell<Entry> entry(MessageId id) {
    return Cell.read(table, Entry.keyOf(id), Entry.class);
  }

  public Cell<Delivery> delivery(MessageId id, String subscription) {
    return Cell.read(table, Delivery.keyOf(id, subscription), Delivery.class);
  }

  /** Those that are there. */
  public Map<Key, Cell<Delivery>> deliveriesAt(Collection<Key> keys) {
    return table.readEach(keys).stream()
        .collect(Collectors.toMap(Item::key, item -> Cell.of(item, Delivery.class)));
  }

  /** A new row for each, unless it stands there already. */
  public void open(List<Opening> openings) {
    table.writeEach(
        openings.stream()
            .map(
                one ->
                    write(
                        Cell.<Delivery>absent(one.at())
                            .put(one.delivery(), one.delivery().listed(one.at()), one.due(), null)))
            .toList());
  }

  /**
   * @param due when it is looked at again, if it is not handed out in its lane
   */
  public record Opening(Key at, Delivery delivery, @Nullable Instant due) {}

  /** What was routed of the message and is still known, by subscription. */
  public Map<String, Delivery> deliveries(MessageId id, Entry entry) {
    Map<String, Delivery> found = new LinkedHashMap<>();
    for (String subscription : entry.subscribers().keySet()) {
      Delivery delivery = delivery(id, subscription).value();
      if (delivery != null) found.put(subscription, delivery);
    }
    return found;
  }

  /** What was routed to a subscription about a key behind a sequence, in order. */
  public List<Item> deliveriesBehind(
      String subscription, String source, String key, long sequence, int limit) {
    return deliveriesBehind(Delivery.lane(subscription, source, key), sequence, limit);
  }

  public List<Item> deliveriesBehind(String lane, long sequence, int limit) {
    return table.behind(lane, Delivery.PLACES, Delivery.place(sequence), limit);
  }

  public Optional<Item> at(Key key) {
    return table.read(key);
  }

  public List<Item> due(Instant by) {
    return table.due(by);
  }

  /** The newest first. */
  public Page<Item> list(String name, @Nullable String cursor, int limit) {
    return table.list(name, cursor, limit);
  }

  public Page<Item> list(String name, String prefix, @Nullable String cursor, int limit) {
    return table.list(name, prefix, cursor, limit);
  }

  public Page<Item> related(String to, @Nullable String cursor, int limit) {
    return table.related(to, cursor, limit);
  }

  /** False if somebody else wrote it first. */
  public <T> boolean write(
      Cell<T> cell,
      T value,
      @Nullable Place listed,
      @Nullable Instant due,
      @Nullable Instant expires) {
    Change change = cell.put(value, listed, due, expires);
    return Prepared.of(change).writeTo(table, ids.next());
  }

  public <T> boolean write(Cell<T> cell, T value) {
    return write(cell, value, null, null, null);
  }

  /** What is parked can be listed. */
  public boolean write(
      Cell<Delivery> cell, Delivery value, @Nullable Instant due, @Nullable Instant expires) {
    return write(cell, value, value.listed(cell.key()), due, expires);
  }

  public boolean write(Cell<Entry> cell, Entry value, Arrival arrival, @Nullable Instant expires) {
    return write(cell, value, Entry.place(arrival), null, expires);
  }

  /** A message that waits for its turn is looked at again then. */
  public boolean waits(Cell<Entry> cell, Instant due) {
    Entry entry = cell.required();
    return write(cell, entry, Entry.place(Arrival.of(entry)), due, null);
  }

  /** An open delivery keeps its message: it goes no sooner than that. */
  public void keep(MessageId id, Instant until) {
    table
        .read(Entry.keyOf(id))
        .filter(item -> item.expires() != null && item.expires().isBefore(until))
        .ifPresent(item -> date(Cell.of(item, Entry.class), until));
  }

  /** An entry without a date gets it behind the last receipt. */
  public void dateBehindTheLast(MessageId id, Instant until) {
    table
        .read(Entry.keyOf(id))
        .filter(item -> item.expires() == null)
        .map(item -> Cell.of(item, Entry.class))
        .filter(cell -> isDone(id, cell.required()))
        .ifPresent(cell -> date(cell, until));
  }

  /** Those with a date of their own move it themselves. */
  private boolean isDone(MessageId id, Entry entry) {
    return deliveries(id, entry).values().stream()
        .allMatch(one -> one.isFinal() || one.kept().dated());
  }

  /** Losing this race is harmless: whoever won moved it too. */
  private void date(Cell<Entry> cell, Instant until) {
    Entry entry = cell.required();
    write(cell, entry, Arrival.of(entry), until);
  }

  /** A delivery ends: its row and, where need be, its message's get their dates. */
  public boolean end(Cell<Delivery> cell, Delivery ended, Instant now) {
    if (!write(cell, ended, null, ended.kept().deliveryUntil(now))) return false;
    hasEnded(cell.key(), ended, now);
    return true;
  }

  /** A delivery as it was read, and as it ends. */
  public record End(Cell<Delivery> was, Delivery ended) {}

  /**
   * Each for itself.
   *
   * @return those that ended now; of the others somebody else has written meanwhile
   */
  public List<End> endEach(Collection<End> all, Instant now) {
    List<End> tried = List.copyOf(all);
    List<Boolean> written = table.writeEach(tried.stream().map(end -> write(end, now)).toList());
    List<End> done =
        IntStream.range(0, tried.size()).filter(written::get).mapToObj(tried::get).toList();
    for (End end : done) hasEnded(end.was().key(), end.ended(), now);
    return done;
  }

  private Write write(End end, Instant now) {
    return write(ending(end.was(), end.ended(), now));
  }

  /** As a part of a larger write; {@link #hasEnded} belongs behind it. */
  public Change ending(Cell<Delivery> cell, Delivery ended, Instant now) {
    return cell.put(ended, null, null, ended.kept().deliveryUntil(now));
  }

  public void hasEnded(Key delivery, Delivery ended, Instant now) {
    ends.ended(delivery, ended);
    ended(Delivery.idOf(delivery), ended, now);
  }

  private Write write(Change change) {
    return new Write(ids.next(), List.of(change));
  }

  /** Whoever hears of an end again repeats what may have been missed behind it. */
  public void ended(MessageId id, Delivery ended, Instant at) {
    Kept kept = ended.kept();
    Instant moved = kept.moved(at);
    if (!kept.dated()) dateBehindTheLast(id, at.plus(kept.retention()));
    else if (moved != null) keep(id, moved);
  }
}
