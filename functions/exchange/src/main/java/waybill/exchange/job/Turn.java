package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one turn has brought.
 *
 * @param next where the next one begins; null if there is none
 * @param did how many things were done
 * @param notBefore when the next one may begin; null for at once
 */
public record Turn(@Nullable JsonNode next, long did, @Nullable Instant notBefore) {

  public Turn(@Nullable JsonNode next, long did) {
    this(next, did, null);
  }

  public static Turn last(long did) {
    return new Turn(null, did);
  }
}
