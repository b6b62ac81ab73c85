package waybill.contracts.catalog;

import java.util.List;
import waybill.contracts.verdict.Verdict.Outcome;

/** What a schema would break as the next version. */
public record CompatibilityView(
    String contract,
    String hash,
    String mode,
    List<String> policies,
    Outcome verdict,
    boolean registers,
    List<JudgedVersion> versions,
    List<JudgedUser> users) {}
