package waybill.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Violation;

/** A refusal is a value: who asked can do something about it. Breakage is an exception. */
public record Refusal(
    ProblemType type,
    @Nullable String detail,
    @Nullable ContractId contract,
    List<Violation> violations) {

  public static Refusal violates(ContractId contract, List<Violation> violations) {
    return new Refusal(Problem.CONTRACT_VIOLATION, null, contract, violations);
  }

  /** One line for a receipt or a log: the type and where, never the offending value. */
  public String reason() {
    StringBuilder reason = new StringBuilder(type.slug());
    if (detail != null) reason.append(": ").append(detail);
    for (Violation violation : violations)
      reason.append(' ').append(violation.pointer()).append(' ').append(violation.rule());
    return reason.toString();
  }
}
