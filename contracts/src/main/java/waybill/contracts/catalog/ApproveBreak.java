package waybill.contracts.catalog;

import java.time.Instant;

/** An operator lets one schema break one version, for a time. */
public record ApproveBreak(String fromHash, String toHash, String reason, Instant expiresAt) {}
