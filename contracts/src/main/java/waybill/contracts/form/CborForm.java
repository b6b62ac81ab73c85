package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;

/** RFC 8949, as far as it says what JSON can say; so it needs no schema. */
final class CborForm implements Form {

  @Override
  public String mediaType() {
    return Format.CBOR.mediaType();
  }

  @Override
  public JsonNode read(byte[] body) {
    return Bounds.checked(new CborReader(body).document());
  }

  @Override
  public byte[] write(JsonNode document) {
    return new CborWriter().document(document);
  }
}
