package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.verdict.Verdict.Outcome;

/** Whether all that is valid under one schema is valid under another. */
public record ShownVerdict(
    Outcome verdict, @Nullable String reason, List<ShownBreak> breaks, List<ShownRisk> accepted) {}
