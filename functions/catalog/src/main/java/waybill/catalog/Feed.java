package waybill.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import waybill.contracts.catalog.ChangeList;
import waybill.contracts.catalog.NumberedChange;
import waybill.contracts.catalog.ServiceChanged;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * All changes of services, numbered without gaps: the number is drawn in the commit that makes the
 * change, so that whoever saw one has seen all before it.
 */
final class Feed {
  static final Duration KEPT = Duration.ofDays(30);

  /** The number of the newest change. */
  record Head(long last) {}

  private static final Kind<Head> HEAD = Kind.entry("feed", Head.class);
  private static final Kind<NumberedChange> CHANGE =
      Kind.entry("change", NumberedChange.class)
          .expiring(change -> change.changed().changedAt().plus(KEPT));

  private final Rows rows;

  Feed(Rows rows) {
    this.rows = rows;
  }

  long last() {
    return head().value().map(Head::last).orElse(0L);
  }

  /** Anybody may follow; who speaks for a service is not for everybody. */
  Commit with(ServiceChanged changed, Commit commit) {
    Row<Head> head = head();
    long next = head.value().map(Head::last).orElse(0L) + 1;
    return commit
        .and(head.put(new Head(next)))
        .and(
            CHANGE.fresh(String.valueOf(next), new NumberedChange(next, changed.withoutClients())));
  }

  /** Empty if the feed does not hold what comes next. */
  Optional<ChangeList> after(long position, int limit) {
    long last = last();
    List<NumberedChange> found = new ArrayList<>();
    for (long next = position + 1; next <= last && found.size() < limit; next++) {
      Optional<NumberedChange> change = rows.find(CHANGE, String.valueOf(next));
      if (change.isEmpty()) break;
      found.add(change.get());
    }
    if (position > last || (position < last && found.isEmpty())) return Optional.empty();
    return Optional.of(new ChangeList(List.copyOf(found), position + found.size()));
  }

  private Row<Head> head() {
    return rows.at(HEAD, "services");
  }
}
