package waybill.sagas;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.sagas.Sagas.Timer;
import waybill.sagas.course.Saga;
import waybill.sagas.define.Definitions;

/** What becomes of a saga when its timer fires. */
final class Timers {
  private final Sagas sagas;
  private final Definitions definitions;
  private final Clock clock;

  Timers(Sagas sagas, Definitions definitions, Clock clock) {
    this.sagas = sagas;
    this.definitions = definitions;
    this.clock = clock;
  }

  /** One that was moved meanwhile is not due; one that nobody waits for goes. */
  Commit fired(String id) {
    Instant now = clock.instant();
    Row<Timer> timer = sagas.timer(id);
    if (timer.value().filter(one -> !one.at().isAfter(now)).isEmpty()) return Commit.nothing();
    Row<Saga> row = sagas.at(id);
    Optional<Saga> saga = row.value();
    Instant armed = saga.map(Saga::timer).orElse(null);
    if (saga.isEmpty() || armed == null) return Commit.commit(timer.remove());
    if (armed.isAfter(now)) return Commit.commit(timer.put(new Timer(armed)));
    var course = definitions.course(saga.get().definition());
    var transition = course.timePassed(saga.get(), now);
    return sagas.and(Commit.nothing(), row, transition).belongingTo(saga.get().origin());
  }
}
