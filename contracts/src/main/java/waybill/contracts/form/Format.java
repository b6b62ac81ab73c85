package waybill.contracts.form;

import java.util.Locale;
import java.util.Optional;

/** What a document can be written in. */
public enum Format {
  JSON("application/json", "application/json"),
  XML("application/xml", "text/xml"),
  CBOR("application/cbor", "application/cbor"),
  PROTOBUF("application/x-protobuf", "application/protobuf");

  private final String mediaType;
  private final String alias;

  Format(String mediaType, String alias) {
    this.mediaType = mediaType;
    this.alias = alias;
  }

  /** The one that it is written under. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * What a media type without its parameters names, in any case; all that ends in +json is JSON.
   */
  public static Optional<Format> of(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.endsWith("+json")) return Optional.of(JSON);
    for (Format format : values())
      if (lower.equals(format.mediaType) || lower.equals(format.alias)) return Optional.of(format);
    return Optional.empty();
  }
}
