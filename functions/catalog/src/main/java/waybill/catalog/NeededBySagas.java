package waybill.catalog;

import static waybill.catalog.ContractsProblem.NEEDED_BY_SAGAS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import waybill.contracts.Kind;
import waybill.contracts.Violation;
import waybill.kit.commit.Rows;
import waybill.kit.problem.Refusal;

/** What a saga was registered with, its contracts go on allowing: the coordinator and its owner. */
final class NeededBySagas {
  private final Rows rows;

  NeededBySagas(Rows rows) {
    this.rows = rows;
  }

  /** Whether fewer may send or read than before. */
  static boolean isNarrower(Defined before, Defined after) {
    return !after.senders().containsAll(before.senders())
        || !after.readers().containsAll(before.readers());
  }

  Optional<Refusal> refusal(Defined before, Defined after) {
    TreeSet<String> sagas = new TreeSet<>();
    List<Violation> violations = new ArrayList<>();
    for (String name : Uses.of(before.name(), rows).sagas()) {
      int found = violations.size();
      for (String needed : neededBy(name, after)) {
        if (isMissing(needed, before.senders(), after.senders()))
          violations.add(lacking("/senders", needed, name));
        if (isMissing(needed, before.readers(), after.readers()))
          violations.add(lacking("/readers", needed, name));
      }
      if (violations.size() > found) sagas.add(name);
    }
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NEEDED_BY_SAGAS.at(List.copyOf(violations)).with("sagas", List.copyOf(sagas)));
  }

  /** A reply is for the coordinator alone. */
  private List<String> neededBy(String saga, Defined contract) {
    if (contract.kind() == Kind.REPLY) return List.of(Saga.COORDINATOR);
    return Saga.row(saga, rows)
        .value()
        .map(one -> List.of(Saga.COORDINATOR, one.owner()))
        .orElse(List.of(Saga.COORDINATOR));
  }

  private static boolean isMissing(String name, List<String> before, List<String> after) {
    return before.contains(name) && !after.contains(name);
  }

  private static Violation lacking(String pointer, String name, String saga) {
    return new Violation(pointer, "needed", "the saga " + saga + " needs " + name + " here");
  }
}
