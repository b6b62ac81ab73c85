package waybill.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Page;
import waybill.kit.commit.Place;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.sagas.course.Saga;
import waybill.sagas.course.Said;
import waybill.sagas.course.Transition;

/** Where sagas are kept, each with the timer that wakes it. */
final class Sagas {
  private static final int COUNTED_MAX = 100;

  static final Kind<Saga> SAGA = Kind.entity("saga", Saga.class).listed(Sagas::place);
  static final Kind<Timer> TIMER = Kind.entry("timer", Timer.class).due(Timer::due);

  /** Wakes the saga of the same id. */
  record Timer(Instant at) {
    Optional<Instant> due() {
      return Optional.of(at);
    }
  }

  private final Rows rows;

  Sagas(Rows rows) {
    this.rows = rows;
  }

  Row<Saga> at(String id) {
    return rows.at(SAGA, id);
  }

  static String listOf(String definition) {
    return "sagas-of~" + definition;
  }

  static String listOf(SagaState state) {
    return "sagas-in~" + state.text();
  }

  private static Place place(Saga saga) {
    return Place.byTime(listOf(saga.definition().name()), saga.begunAt(), saga.id())
        .relatedTo(listOf(saga.state()));
  }

  /** The saga, what it says, and its timer if that moves: all of it or nothing. */
  Commit and(Commit commit, Row<Saga> row, Transition transition) {
    Saga after = transition.saga();
    Draft<Saga> draft = row.put(after);
    for (Said said : transition.says()) draft = saying(draft, said);
    Commit all = commit.and(draft);
    Instant before = row.value().map(Saga::timer).orElse(null);
    return Objects.equals(before, after.timer()) ? all : timed(all, row, after);
  }

  private static Draft<Saga> saying(Draft<Saga> draft, Said said) {
    Contract<JsonNode> contract = Contract.of(said.contract().toString(), JsonNode.class);
    return said.expires() == null
        ? draft.saying(contract, said.document())
        : draft.saying(contract, said.document(), said.expires());
  }

  /** A saga is never removed; so a new one has no timer that would have to be read. */
  private Commit timed(Commit commit, Row<Saga> before, Saga saga) {
    if (!before.exists() && saga.timer() != null)
      return commit.and(TIMER.fresh(saga.id(), new Timer(saga.timer())));
    Row<Timer> row = timer(saga.id());
    if (saga.timer() != null) return commit.and(row.put(new Timer(saga.timer())));
    return row.exists() ? commit.and(row.remove()) : commit;
  }

  Row<Timer> timer(String id) {
    return rows.at(TIMER, id);
  }

  Page<Saga> list(String definition, @Nullable String cursor, int limit) {
    return rows.list(SAGA, listOf(definition), cursor, limit);
  }

  Page<Saga> list(SagaState state, @Nullable String cursor, int limit) {
    return rows.related(SAGA, listOf(state), cursor, limit);
  }

  /** More are not counted: an alarm needs no more. */
  int inNeed() {
    return list(SagaState.NEEDS_ATTENTION, null, COUNTED_MAX).items().size();
  }
}
