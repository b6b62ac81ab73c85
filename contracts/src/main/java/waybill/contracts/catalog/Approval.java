package waybill.contracts.catalog;

import java.time.Instant;

/** A break that an operator has approved. */
public record Approval(
    String contract,
    String fromHash,
    String toHash,
    String reason,
    Instant expiresAt,
    String approvedBy,
    Instant approvedAt) {}
