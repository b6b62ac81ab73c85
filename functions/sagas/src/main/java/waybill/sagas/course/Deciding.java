package waybill.sagas.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.Step;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.SagaState;
import waybill.contracts.sagas.TimelineEntry;

/** What operators may do about a saga; who did it and why is in its timeline. */
public final class Deciding {
  private final SagaDefinition definition;
  private final Composing composing;

  Deciding(SagaDefinition definition, Composing composing) {
    this.definition = definition;
    this.composing = composing;
  }

  public Decision cancelled(Saga saga, Wish wish, Instant now) {
    if (!saga.canBeCancelled()) return new Decision.Impossible(standing(saga));
    Move move = move(saga, now);
    note(move, Happening.CANCELLED, wish, List.of());
    move.back.turn(wish.reason(), null);
    return carried(move);
  }

  /** What failed for good gets as many attempts as it had. */
  public Decision retried(Saga saga, Wish wish, Instant now) {
    Move move = move(saga, now);
    Optional<String> hindrance = hindrance(saga, move, wish);
    if (hindrance.isPresent()) return new Decision.Impossible(hindrance.get());
    if (retries(saga) >= Bounds.RETRIES_MAX)
      return new Decision.Impossible("it was tried again " + Bounds.RETRIES_MAX + " times");
    List<Step> stuck = stuck(saga, move, wish);
    note(move, Happening.RETRIED, wish, stuck);
    if (saga.undoing()) move.back.retry(stuck);
    else move.forward.retry(stuck);
    return carried(move);
  }

  /** It goes on as if what failed for good were done, or undone. */
  public Decision skipped(Saga saga, Wish wish, Instant now) {
    Move move = move(saga, now);
    Optional<String> hindrance = hindrance(saga, move, wish);
    if (hindrance.isPresent()) return new Decision.Impossible(hindrance.get());
    List<Step> stuck = stuck(saga, move, wish);
    for (Step step : stuck)
      if (!saga.undoing() && move.forward.isNeededLater(step))
        return new Decision.Impossible("what " + step.name() + " replies is needed later");
    note(move, Happening.SKIPPED, wish, stuck);
    if (saga.undoing()) move.back.skip(stuck);
    else move.forward.skip(stuck);
    return carried(move);
  }

  private Move move(Saga saga, Instant now) {
    return new Move(definition, composing, saga, now);
  }

  private static Decision carried(Move move) {
    return new Decision.Carried(move.sheet.transition());
  }

  private static Optional<String> hindrance(Saga saga, Move move, Wish wish) {
    if (saga.state() != SagaState.NEEDS_ATTENTION) return Optional.of(standing(saga));
    return wish.step() != null && stuck(saga, move, wish).isEmpty()
        ? Optional.of(wish.step() + " is no step that waits for a decision")
        : Optional.empty();
  }

  private static List<Step> stuck(Saga saga, Move move, Wish wish) {
    List<Step> stuck = saga.undoing() ? move.back.stuck() : move.forward.stuck();
    return stuck.stream()
        .filter(step -> wish.step() == null || wish.step().equals(step.name()))
        .toList();
  }

  private static long retries(Saga saga) {
    return saga.timeline().stream().filter(e -> e.what() == Happening.RETRIED).count();
  }

  private static String standing(Saga saga) {
    return switch (saga.state()) {
      case RUNNING -> "it is running: nothing waits for a decision";
      case UNDOING -> "it is being undone";
      case NEEDS_ATTENTION -> "it is being undone, and waits for a retry or a skip";
      case COMPLETED -> "it has completed";
      case COMPENSATED -> "it was undone";
    };
  }

  private static void note(Move move, Happening what, Wish wish, List<Step> steps) {
    String of = steps.size() == 1 ? steps.get(0).name() : null;
    String why = Bounds.brief(wish.reason());
    move.sheet.note(new TimelineEntry(move.sheet.now, what, of, null, null, null, why, wish.by()));
  }
}
