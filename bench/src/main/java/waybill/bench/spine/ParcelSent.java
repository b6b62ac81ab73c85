package waybill.bench.spine;

import waybill.contracts.Json;

/** A document of 1 KB. */
record ParcelSent(String parcel, String note) {
  private static final int BYTES = 1024;

  static ParcelSent about(String parcel) {
    int frame = Json.bytes(new ParcelSent(parcel, "")).length;
    return new ParcelSent(parcel, "x".repeat(BYTES - frame));
  }
}
