package waybill.sagas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.contracts.sagas.ListSagas;
import waybill.contracts.sagas.SagaList;
import waybill.contracts.sagas.SagaState;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Page;
import waybill.kit.http.Request;
import waybill.sagas.course.Saga;

/** A page of sagas. Where few of many are asked for it may be short, and its cursor goes on. */
final class Listing {
  /** What most needs somebody comes first. */
  private static final List<SagaState> URGENCY =
      List.of(
          SagaState.NEEDS_ATTENTION,
          SagaState.UNDOING,
          SagaState.RUNNING,
          SagaState.COMPENSATED,
          SagaState.COMPLETED);

  private static final int PARTS_MAX = 10;

  private final Sagas sagas;

  Listing(Sagas sagas) {
    this.sagas = sagas;
  }

  /** A list that is gone through from a place on. */
  private interface Part {
    Page<Saga> from(@Nullable String cursor, int limit);
  }

  SagaList of(ListSagas asked, Sight sight) {
    Predicate<Saga> wanted = wanted(asked).and(saga -> sight.shows(saga.owner()));
    int limit = Request.pageSize(asked.limit());
    SagaState state = asked.state();
    String definition = asked.definition();
    if (state != null)
      return shown(
          page((cursor, most) -> sagas.list(state, cursor, most), asked.cursor(), limit, wanted));
    if (definition != null)
      return shown(
          page(
              (cursor, most) -> sagas.list(definition, cursor, most),
              asked.cursor(),
              limit,
              wanted));
    return shown(byUrgency(asked.cursor(), limit, wanted));
  }

  private static Predicate<Saga> wanted(ListSagas asked) {
    return saga ->
        (asked.definition() == null || asked.definition().equals(saga.definition().name()))
            && (asked.state() == null || asked.state() == saga.state())
            && (asked.begunBefore() == null || saga.begunAt().isBefore(asked.begunBefore()));
  }

  /** The list of each state, one after the other; the cursor says in which it is. */
  private Page<Saga> byUrgency(@Nullable String cursor, int limit, Predicate<Saga> wanted) {
    int at = cursor == null ? 0 : place(cursor);
    String inside = cursor == null || cursor.length() == 1 ? null : cursor.substring(1);
    List<Saga> found = new ArrayList<>();
    for (; at < URGENCY.size(); at++) {
      SagaState state = URGENCY.get(at);
      Page<Saga> page =
          page((from, most) -> sagas.list(state, from, most), inside, limit - found.size(), wanted);
      found.addAll(page.items());
      if (page.cursor() != null) return new Page<>(found, at + page.cursor());
      if (found.size() == limit && at + 1 < URGENCY.size())
        return new Page<>(found, String.valueOf(at + 1));
      inside = null;
    }
    return new Page<>(found, null);
  }

  private static int place(String cursor) {
    int place = Character.digit(cursor.charAt(0), 10);
    if (place < 0 || place >= URGENCY.size()) throw new BadCursor();
    return place;
  }

  private static Page<Saga> page(
      Part part, @Nullable String cursor, int limit, Predicate<Saga> wanted) {
    List<Saga> found = new ArrayList<>();
    String at = cursor;
    for (int parts = 0; parts < PARTS_MAX; parts++) {
      Page<Saga> some = part.from(at, limit - found.size());
      some.items().stream().filter(wanted).forEach(found::add);
      at = some.cursor();
      if (at == null || found.size() == limit) break;
    }
    return new Page<>(found, at);
  }

  private static SagaList shown(Page<Saga> page) {
    return new SagaList(page.items().stream().map(Showing::line).toList(), page.cursor());
  }
}
