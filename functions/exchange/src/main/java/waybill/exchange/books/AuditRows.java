package waybill.exchange.books;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/** What audits have counted so far, a row for each source and each flow. */
final class AuditRows {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int ROWS_MAX = 20_000;
  private static final Key LAST = new Key("audits", "last");
  private static final String STATED = "stated~";
  private final Table table;
  private final Ids ids;
  private final Decisions decisions;

  AuditRows(Service exchange) {
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.decisions = exchange.decisions();
  }

  /** What one row keeps, and which turn was added last: a turn that is repeated adds nothing. */
  record Kept(long turn, Sum sum) {}

  /** When a service's last statement was made. */
  record Stated(Instant at) {}

  /** The last audit that is through. */
  record Last(String audit, Instant asOf, List<String> unheard, long unbalanced) {}

  private static String partitionOf(String audit) {
    return "audit~" + audit;
  }

  void stated(String audit, String service, Instant at) {
    Cell<Stated> cell =
        Cell.read(table, new Key(partitionOf(audit), STATED + service), Stated.class);
    if (cell.value() == null) write(cell, new Stated(at), at.plus(KEPT));
  }

  Map<String, Instant> stated(String audit) {
    Map<String, Instant> stated = new TreeMap<>();
    for (Item item : table.under(partitionOf(audit), STATED, ROWS_MAX))
      stated.put(
          item.key().place().substring(STATED.length()),
          Cell.of(item, Stated.class).required().at());
    return stated;
  }

  void add(String audit, long turn, Sums sums, Instant now) {
    sums.byPlace().forEach((place, sum) -> add(audit, turn, place, sum, now));
  }

  private void add(String audit, long turn, String place, Sum sum, Instant now) {
    decisions.untilWritten(
        () -> {
          Cell<Kept> at = Cell.read(table, new Key(partitionOf(audit), place), Kept.class);
          Kept kept = at.value();
          if (kept != null && kept.turn() >= turn) return Optional.of(true);
          Kept more = new Kept(turn, kept == null ? sum : kept.sum().plus(sum));
          return write(at, more, now.plus(KEPT)) ? Optional.of(true) : Optional.empty();
        });
  }

  Map<String, Sum> sources(String audit) {
    return sums(audit, Sums.SOURCES);
  }

  Map<Flow, Sum> flows(String audit, String contract) {
    Map<Flow, Sum> flows = new LinkedHashMap<>();
    sums(audit, Sums.FLOWS + (contract.isEmpty() ? "" : contract + "~"))
        .forEach((name, sum) -> flows.put(Flow.parse(name), sum));
    return flows;
  }

  private Map<String, Sum> sums(String audit, String prefix) {
    Map<String, Sum> sums = new TreeMap<>();
    for (Item item : table.under(partitionOf(audit), prefix, ROWS_MAX))
      sums.put(item.key().place().split("~", 2)[1], Cell.of(item, Kept.class).required().sum());
    return sums;
  }

  long unbalanced(String audit) {
    List<Sum> all = new ArrayList<>(sources(audit).values());
    all.addAll(flows(audit, "").values());
    return all.stream().mapToLong(Sum::differing).sum();
  }

  @Nullable Last last() {
    return Cell.read(table, LAST, Last.class).value();
  }

  /** An audit that began later stays. */
  void finish(Last done) {
    decisions.untilWritten(
        () -> {
          Cell<Last> at = Cell.read(table, LAST, Last.class);
          Last last = at.value();
          boolean isOld = last != null && last.asOf().isAfter(done.asOf());
          return isOld || write(at, done, null) ? Optional.of(true) : Optional.empty();
        });
  }

  private <T> boolean write(Cell<T> at, T value, @Nullable Instant expires) {
    return Prepared.of(at.put(value, null, expires)).writeTo(table, ids.next());
  }
}
