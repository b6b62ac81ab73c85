package waybill.contracts.catalog;

import java.time.Instant;

/** The end of a version was announced. */
public record VersionDeprecated(
    String contract, int number, String hash, String sunset, Instant deprecatedAt) {}
