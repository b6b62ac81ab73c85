package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.bridge.Counterexample;
import waybill.contracts.verdict.Verdict.Outcome;

/** What a schema would break as the next version. */
public record CompatibilityView(
    String contract,
    String hash,
    String mode,
    List<String> policies,
    Outcome verdict,
    boolean registers,
    @Nullable Integer bridgedFrom,
    @Nullable Counterexample counterexample,
    List<JudgedVersion> versions,
    List<JudgedUser> users) {}
