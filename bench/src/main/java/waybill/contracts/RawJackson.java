package waybill.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Jackson as this library sets it up, and nothing of this library around it. */
public final class RawJackson {
  private RawJackson() {}

  public static ObjectMapper mapper() {
    return Json.mapper();
  }
}
