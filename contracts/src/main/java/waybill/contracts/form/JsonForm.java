package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.Json;

/** What everybody speaks. */
final class JsonForm implements Form {

  @Override
  public String mediaType() {
    return Format.JSON.mediaType();
  }

  @Override
  public JsonNode read(byte[] body) {
    return Json.parse(body);
  }

  @Override
  public byte[] write(JsonNode document) {
    return Json.bytes(document);
  }
}
