package waybill.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ShownVersion;
import waybill.contracts.catalog.VersionState;

/** A version as its contract lists it; its schema is an item of its own. */
record Numbered(
    int number,
    String hash,
    VersionState state,
    @Nullable Instant registeredAt,
    @Nullable Instant deprecatedAt,
    @Nullable String sunset,
    @Nullable Instant retiredAt) {

  static Numbered builtIn(int number, String hash) {
    return new Numbered(number, hash, VersionState.ACTIVE, null, null, null, null);
  }

  static Numbered registered(int number, String hash, Instant at) {
    return new Numbered(number, hash, VersionState.ACTIVE, at, null, null, null);
  }

  boolean isRetired() {
    return state == VersionState.RETIRED;
  }

  /** Announced again, it keeps the moment of the first time. */
  Numbered deprecated(String sunset, Instant at) {
    Instant since = deprecatedAt == null ? at : deprecatedAt;
    return new Numbered(number, hash, VersionState.DEPRECATED, registeredAt, since, sunset, null);
  }

  Numbered retired(Instant at) {
    return new Numbered(number, hash, VersionState.RETIRED, registeredAt, deprecatedAt, sunset, at);
  }

  ShownVersion view() {
    return new ShownVersion(number, hash, state, registeredAt, deprecatedAt, sunset, retiredAt);
  }
}
