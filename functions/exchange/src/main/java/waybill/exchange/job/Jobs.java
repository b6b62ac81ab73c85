package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Change;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Page;
import waybill.kit.commit.Place;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;

/** All jobs, turn by turn. One that runs is due, so the minute finds what nobody goes on with. */
public final class Jobs {
  private static final Duration A_CALL = Duration.ofSeconds(15);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Table table;
  private final Ids ids;
  private final Clock clock;
  private final Decisions decisions;
  private final Log log;

  public Jobs(Service exchange) {
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.clock = exchange.clock();
    this.decisions = exchange.decisions();
    this.log = exchange.log();
  }

  /** A job in itself; with {@link #change} it becomes part of somebody's commit. */
  public Job fresh(String kind, JsonNode order, String by) {
    return new Job(
        ids.next(), kind, order, null, Job.State.RUNNING, 0, null, by, clock.instant(), null);
  }

  public Change change(Job fresh) {
    return put(Cell.absent(Job.keyOf(fresh.id())), fresh, Duration.ZERO);
  }

  public Job start(String kind, JsonNode order, String by) {
    Job job = fresh(kind, order, by);
    Prepared.of(change(job)).writeTo(table, ids.next());
    return job;
  }

  public Optional<Job> find(String id) {
    return Optional.ofNullable(cell(id).value());
  }

  /** Of one kind, the newest first. */
  public Page<Job> list(String kind, @Nullable String cursor, int limit) {
    return table.list(listOf(kind), cursor, limit).map(item -> Cell.of(item, Job.class).required());
  }

  /** Empty if there is no such job; one that is over stays so. */
  public Optional<Job> become(String id, Job.State state) {
    return decisions.untilWritten(
        () -> {
          Cell<Job> at = cell(id);
          Job job = at.value();
          if (job == null || job.isOver() || job.state() == state)
            return Optional.of(Optional.ofNullable(job));
          Job changed = job.in(state, clock.instant());
          return write(at, changed, Duration.ZERO)
              ? Optional.of(Optional.of(changed))
              : Optional.empty();
        });
  }

  /** Goes on with one, as long as a call may take; what is left is due. */
  public void run(String id, List<Work> works) {
    Instant end = clock.instant().plus(A_CALL);
    boolean more = true;
    while (more && clock.instant().isBefore(end)) more = turn(id, works);
  }

  private boolean turn(String id, List<Work> works) {
    Cell<Job> at = cell(id);
    Job job = at.value();
    if (job == null || !job.isRunning()) return false;
    Optional<Work> work = works.stream().filter(one -> one.kind().equals(job.kind())).findFirst();
    if (work.isEmpty()) throw new IllegalStateException("nobody does " + job.kind());
    try {
      Turn turn = work.get().turn(job);
      Job after = job.after(turn, clock.instant());
      if (!write(at, after, turn.pause())) return true;
      return after.isRunning() && turn.pause().isZero();
    } catch (RuntimeException e) {
      log.error("a turn failed; the minute tries again", e, "job", id, "kind", job.kind());
      write(at, job.failed(e.getClass().getSimpleName()), AGAIN);
      return false;
    }
  }

  private Cell<Job> cell(String id) {
    return Cell.read(table, Job.keyOf(id), Job.class);
  }

  private boolean write(Cell<Job> at, Job job, Duration pause) {
    return Prepared.of(put(at, job, pause)).writeTo(table, ids.next());
  }

  private Change put(Cell<Job> at, Job job, Duration pause) {
    Instant now = clock.instant();
    Instant due = job.isRunning() ? now.plus(pause) : null;
    Instant expires = job.isOver() ? now.plus(KEPT) : null;
    return at.put(job, Place.byTime(listOf(job.kind()), job.began(), job.id()), due, expires);
  }

  private static String listOf(String kind) {
    return "jobs~" + kind;
  }
}
