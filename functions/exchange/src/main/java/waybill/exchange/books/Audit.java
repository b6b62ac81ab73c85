package waybill.exchange.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.exchange.job.Job;
import waybill.exchange.job.Turn;
import waybill.exchange.job.Work;
import waybill.exchange.ledger.Ledger;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;

/**
 * Counts the ledger: asks every service for its books, waits until they are here, and looks through
 * the whole table.
 */
public final class Audit implements Work {
  public static final String KIND = "audit";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int ROWS_A_TURN = 200;
  private final Table table;
  private final Clock clock;
  private final Comparing comparing;
  private final AuditRows rows;
  private final Asking asking;
  private final Healing healing;
  private final Finished finished;

  /** Asks all services to state their books, and names them. */
  public interface Asking {
    Set<String> forStatements(String audit);
  }

  /** Told of a delivery that was routed, and of which nothing is there. */
  public interface Healing {
    void lost(MessageId id, String subscription);
  }

  /** Told what an audit has counted. */
  public interface Finished {
    void audit(String id, Instant asOf, long unbalanced);
  }

  public Audit(Service exchange, Ledger ledger, Asking asking, Healing healing, Finished finished) {
    this.healing = healing;
    this.table = exchange.table();
    this.clock = exchange.clock();
    this.comparing = new Comparing(table, ledger);
    this.rows = new AuditRows(exchange);
    this.asking = asking;
    this.finished = finished;
  }

  /**
   * How far it is.
   *
   * @param asOf null while it waits for statements
   * @param turn counts the pages
   */
  record Place(
      List<String> asked,
      Instant until,
      @Nullable Instant asOf,
      List<String> unheard,
      long turn,
      @Nullable String cursor) {}

  static @Nullable Instant asOf(Job job) {
    return job.place() == null ? null : Json.bind(job.place(), Place.class).asOf();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Turn turn(Job job) {
    if (job.place() == null) return ask(job);
    Place place = Json.bind(job.place(), Place.class);
    return place.asOf() == null ? await(job, place) : count(job, place, place.asOf());
  }

  private Turn ask(Job job) {
    List<String> asked = List.copyOf(asking.forStatements(job.id()));
    Instant until = clock.instant().plus(PATIENCE);
    return Turn.later(Json.tree(new Place(asked, until, null, List.of(), 0, null)), Moment.GRACE);
  }

  private Turn await(Job job, Place place) {
    Map<String, Instant> stated = rows.stated(job.id());
    Instant now = clock.instant();
    List<String> unheard =
        place.asked().stream().filter(service -> !stated.containsKey(service)).toList();
    boolean moves = stated.values().stream().anyMatch(at -> at.plus(Moment.GRACE).isAfter(now));
    if (now.isBefore(place.until()) && (moves || !unheard.isEmpty()))
      return Turn.later(Json.tree(place), Moment.GRACE);
    Instant asOf = FlowCounts.bucketOf(now.minus(Moment.GRACE));
    return new Turn(Json.tree(new Place(place.asked(), place.until(), asOf, unheard, 0, null)), 0);
  }

  private Turn count(Job job, Place place, Instant asOf) {
    Page<Item> page = table.all(place.cursor(), ROWS_A_TURN);
    Instant now = clock.instant();
    Sums sums = comparing.of(page.items(), new Moment(now, asOf));
    rows.add(job.id(), place.turn() + 1, sums, now);
    // Once it is named: a turn that is repeated would not find it again.
    sums.lost().forEach(one -> healing.lost(one.id(), one.subscription()));
    if (page.cursor() == null) {
      long unbalanced = rows.unbalanced(job.id());
      rows.finish(new AuditRows.Last(job.id(), asOf, place.unheard(), unbalanced));
      finished.audit(job.id(), asOf, unbalanced);
      return Turn.last(page.items().size());
    }
    Place next =
        new Place(
            place.asked(), place.until(), asOf, place.unheard(), place.turn() + 1, page.cursor());
    return new Turn(Json.tree(next), page.items().size());
  }
}
