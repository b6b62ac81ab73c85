package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Key;

/**
 * Something that takes more than one turn.
 *
 * @param kind who does it
 * @param order what is to be done
 * @param place how far it is; null before the first turn
 * @param done how many things it has done
 * @param by who wants it
 */
public record Job(
    String id,
    String kind,
    JsonNode order,
    @Nullable JsonNode place,
    State state,
    long done,
    @Nullable String problem,
    String by,
    Instant began,
    @Nullable Instant ended) {
  static final String PLACE = "job";

  /** What is to become of it. */
  public enum State {
    RUNNING,
    PAUSED,
    CANCELLED,
    DONE
  }

  static Key keyOf(String id) {
    return new Key("job~" + id, PLACE);
  }

  public static boolean isAt(Key key) {
    return key.place().equals(PLACE);
  }

  public static String idOf(Key key) {
    return key.partition().substring("job~".length());
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  public boolean isOver() {
    return state == State.DONE || state == State.CANCELLED;
  }

  Job after(Turn turn, Instant now) {
    boolean over = turn.next() == null;
    return new Job(
        id,
        kind,
        order,
        over ? place : turn.next(),
        over ? State.DONE : state,
        done + turn.did(),
        null,
        by,
        began,
        over ? now : null);
  }

  Job failed(String why) {
    return new Job(id, kind, order, place, state, done, why, by, began, ended);
  }

  Job in(State now, Instant at) {
    Instant end = now == State.CANCELLED ? at : null;
    return new Job(id, kind, order, place, now, done, problem, by, began, end);
  }
}
