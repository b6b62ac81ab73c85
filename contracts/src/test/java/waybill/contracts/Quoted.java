package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON in single quotes, which Java leaves readable. */
public final class Quoted {
  private Quoted() {}

  public static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
