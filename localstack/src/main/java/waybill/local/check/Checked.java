package waybill.local.check;

import java.util.List;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Judged;
import waybill.contracts.verdict.Verdict.Outcome;

/**
 * What there is to say about one version of a contract, or about another file.
 *
 * @param what as in {@code orders.order-placed/2}
 * @param bridged what does not pass, but is led over by bridges
 * @param problems anything but a verdict that keeps it from being released
 */
record Checked(
    String what,
    Standing standing,
    List<Judged> judged,
    List<Judged> bridged,
    List<Problem> problems) {

  /** How it stands to the other catalog. */
  enum Standing {
    NEW,
    RELEASED,
    CHANGED
  }

  /** What comes of it. */
  enum State {
    OK,
    UNKNOWN,
    BREAKS,
    CHANGED,
    REFUSED
  }

  /** Where is a file, with the pointer into it if there is one. */
  record Problem(String where, String says) {}

  static Checked refused(String what, String where, String says) {
    return refused(what, List.of(new Problem(where, says)));
  }

  /** What the profile has against a schema. */
  static Checked refusedSchema(String what, List<Violation> violations) {
    return refused(
        what,
        violations.stream()
            .map(each -> new Problem("schema.json#" + each.pointer(), each.says()))
            .toList());
  }

  private static Checked refused(String what, List<Problem> problems) {
    return new Checked(what, Standing.NEW, List.of(), List.of(), problems);
  }

  State state() {
    if (standing == Standing.CHANGED) return State.CHANGED;
    if (!problems.isEmpty()) return State.REFUSED;
    if (has(Outcome.BREAKING)) return State.BREAKS;
    return has(Outcome.UNKNOWN) ? State.UNKNOWN : State.OK;
  }

  private boolean has(Outcome outcome) {
    return judged.stream()
        .filter(each -> !bridged.contains(each))
        .anyMatch(each -> each.verdict().outcome() == outcome);
  }
}
