package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Verdict.Outcome;

/** A schema against a version that is there. */
public record JudgedVersion(
    int version,
    String hash,
    Direction direction,
    Outcome verdict,
    @Nullable String reason,
    List<ShownBreak> breaks,
    List<ShownRisk> accepted,
    boolean approved,
    boolean bridged) {}
