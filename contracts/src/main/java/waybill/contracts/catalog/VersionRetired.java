package waybill.contracts.catalog;

import java.time.Instant;

/** A version is out of use. */
public record VersionRetired(String contract, int number, String hash, Instant retiredAt) {}
