package waybill.contracts.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import waybill.contracts.verdict.Verdict.Outcome;

/** What goes from one service to another under one contract, with the verdict on it. */
public record Edge(
    String service,
    Role role,
    @Nullable Integer takes,
    Outcome verdict,
    boolean bridged,
    @Nullable String keyword,
    @Nullable JsonNode witness,
    @Nullable String reason) {}
