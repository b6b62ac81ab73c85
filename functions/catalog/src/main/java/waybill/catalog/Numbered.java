package waybill.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ShownVersion;
import waybill.contracts.catalog.VersionState;

/** A version as its contract lists it; its schema is an item of its own. */
record Numbered(
    int number,
    String hash,
    @Nullable Integer bridgedFrom,
    VersionState state,
    @Nullable Instant registeredAt,
    @Nullable Instant deprecatedAt,
    @Nullable String sunset,
    @Nullable Instant retiredAt) {

  static Numbered builtIn(int number, String hash, @Nullable Integer bridgedFrom) {
    return new Numbered(number, hash, bridgedFrom, VersionState.ACTIVE, null, null, null, null);
  }

  static Numbered registered(int number, String hash, @Nullable Integer bridgedFrom, Instant at) {
    return new Numbered(number, hash, bridgedFrom, VersionState.ACTIVE, at, null, null, null);
  }

  boolean isRetired() {
    return state == VersionState.RETIRED;
  }

  /** Announced again, it keeps the moment of the first time. */
  Numbered deprecated(String sunset, Instant at) {
    Instant since = deprecatedAt == null ? at : deprecatedAt;
    return new Numbered(
        number, hash, bridgedFrom, VersionState.DEPRECATED, registeredAt, since, sunset, null);
  }

  Numbered retired(Instant at) {
    return new Numbered(
        number, hash, bridgedFrom, VersionState.RETIRED, registeredAt, deprecatedAt, sunset, at);
  }

  ShownVersion view() {
    return new ShownVersion(number, hash, state, registeredAt, deprecatedAt, sunset, retiredAt);
  }
}
