package waybill.contracts.saga;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a definition's steps go together, and end. */
final class StepsCheck {
  private final List<Spot> spots;
  private final Found found;

  StepsCheck(List<Spot> spots, Found found) {
    this.spots = spots;
    this.found = found;
  }

  void check() {
    if (spots.size() > SagaLimits.STEPS_MAX)
      found.add("/steps", "too-many-steps", "at most " + SagaLimits.STEPS_MAX + " steps");
    names();
    spots.forEach(this::undo);
    spots.forEach(this::patience);
    Duration total =
        spots.stream().map(spot -> longest(spot.step())).reduce(Duration.ZERO, Duration::plus);
    if (total.compareTo(SagaLimits.TOTAL_MAX) > 0)
      found.add(
          "/steps",
          "too-long",
          "all timeouts of all attempts take " + total + ", more than " + SagaLimits.TOTAL_MAX);
  }

  private void names() {
    Set<String> names = new HashSet<>();
    for (Spot spot : spots)
      if (!names.add(spot.step().name()))
        found.add(
            spot.pointer() + "/name", "same-name", spot.step().name() + " is another step's name");
  }

  /** What was done when another refuses has to be undone. */
  private void undo(Spot spot) {
    if (spot.step().undoing().isPresent()) return;
    for (Spot other : spots)
      if (!other.equals(spot)
          && other.stage() >= spot.stage()
          && !other.step().refused().isEmpty()) {
        found.add(
            spot.pointer(),
            "no-undo",
            other.step().name() + " may be refused after it was done; so it needs an undo");
        return;
      }
  }

  private void patience(Spot spot) {
    patience(spot.pointer(), spot.step().patience());
    spot.step().undoing().ifPresent(undo -> patience(spot.pointer() + "/undo", undo.patience()));
  }

  private void patience(String at, Patience patience) {
    if (patience.timeout().compareTo(SagaLimits.TIMEOUT_MIN) < 0
        || patience.timeout().compareTo(SagaLimits.TIMEOUT_MAX) > 0)
      found.add(
          at + "/timeout",
          "timeout",
          "from " + SagaLimits.TIMEOUT_MIN + " to " + SagaLimits.TIMEOUT_MAX.toDays() + " days");
  }

  private static Duration longest(Step step) {
    Duration undone = step.undoing().map(undo -> undo.patience().longest()).orElse(Duration.ZERO);
    return step.patience().longest().plus(undone);
  }
}
