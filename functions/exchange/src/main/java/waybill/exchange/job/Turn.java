package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one turn has brought.
 *
 * @param next where the next one begins; null if there is none
 * @param did how many things were done
 * @param rests it waits for others: there is nothing to do before the next minute
 */
public record Turn(@Nullable JsonNode next, long did, boolean rests) {

  public Turn(@Nullable JsonNode next, long did) {
    this(next, did, false);
  }

  public static Turn last(long did) {
    return new Turn(null, did);
  }
}
