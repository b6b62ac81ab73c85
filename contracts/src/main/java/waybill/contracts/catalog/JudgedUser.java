package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.verdict.Role;
import waybill.contracts.verdict.Verdict.Outcome;

/** A schema against what one user of the contract takes or sends. */
public record JudgedUser(
    String service,
    int version,
    Role role,
    Outcome verdict,
    @Nullable String reason,
    List<ShownBreak> breaks,
    List<ShownRisk> accepted,
    @Nullable JsonNode witness,
    boolean approved,
    boolean bridged) {}
