package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.Json;

/** What is no object, inside one. */
final class Boxes {
  private Boxes() {}

  static JsonNode around(JsonNode value) {
    return Json.object().set(Shape.BOXED, value);
  }
}
