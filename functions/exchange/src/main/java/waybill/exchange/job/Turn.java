package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one turn has brought.
 *
 * @param next where the next one begins; null if there is none
 * @param did how many things were done
 */
public record Turn(@Nullable JsonNode next, long did) {

  public static Turn last(long did) {
    return new Turn(null, did);
  }
}
