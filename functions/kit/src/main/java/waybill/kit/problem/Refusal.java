package waybill.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Violation;
import waybill.contracts.exchange.ProblemDocument;

/**
 * A refusal is a value: who asked can do something about it. Breakage is an exception.
 *
 * @param members what this type of problem says besides, each under its own name
 */
public record Refusal(
    ProblemType type,
    @Nullable String detail,
    @Nullable ContractId contract,
    List<Violation> violations,
    Map<String, Object> members) {

  /** In seconds; over HTTP it is a header too. */
  public static final String RETRY_AFTER = "retry_after";

  /** In which it would have been possible. */
  public static final String MEDIA_TYPES = "media_types";

  public Refusal(
      ProblemType type,
      @Nullable String detail,
      @Nullable ContractId contract,
      List<Violation> violations) {
    this(type, detail, contract, violations, Map.of());
  }

  /** A problem may have members of its own (RFC 9457), written as records are. */
  public Refusal with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Refusal(type, detail, contract, violations, more);
  }

  public static Refusal violates(ContractId contract, List<Violation> violations) {
    return new Refusal(Problem.CONTRACT_VIOLATION, null, contract, violations);
  }

  /** Without the members of its own. */
  public ProblemDocument document(@Nullable String correlation) {
    return new ProblemDocument(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        contract == null ? null : contract.toString(),
        violations.isEmpty() ? null : violations,
        correlation);
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
