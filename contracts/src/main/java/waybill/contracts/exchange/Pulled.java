package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Messages that were handed out, each key in order. */
public record Pulled(List<Lent> messages) {

  /** One of them, and whose word on it counts until when. */
  public record Lent(String lease, Instant until, int attempt, JsonNode message) {}
}
