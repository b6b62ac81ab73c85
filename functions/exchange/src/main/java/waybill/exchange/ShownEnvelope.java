package waybill.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.Limits;
import waybill.kit.blob.Claims;
import waybill.kit.blob.DataLost;

/**
 * An envelope for whoever looks at it: with its data, also where they lie apart, unless too long.
 */
final class ShownEnvelope {
  private final Claims claims;

  ShownEnvelope(Claims claims) {
    this.claims = claims;
  }

  /** What cannot be shown stays the reference that was sent. */
  JsonNode of(String text) {
    ObjectNode sent = (ObjectNode) Json.parse(text);
    if (!sent.has("dataref")) return sent;
    try {
      JsonNode data = claims.redeem(Message.parse(text)).data();
      if (Json.bytes(data).length > Limits.SHOWN_BYTES_MAX) return sent;
      sent.remove("dataref");
      return sent.set("data", data);
    } catch (DataLost e) {
      return sent;
    }
  }
}
