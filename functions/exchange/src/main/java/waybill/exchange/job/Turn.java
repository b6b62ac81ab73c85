package waybill.exchange.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one turn has brought.
 *
 * @param next where the next one begins; null if there is none
 * @param did how many things were done
 * @param pause before the next one: there is nothing to do until then
 */
public record Turn(@Nullable JsonNode next, long did, Duration pause) {
  public Turn(@Nullable JsonNode next, long did) {
    this(next, did, Duration.ZERO);
  }

  public static Turn later(JsonNode next, Duration pause) {
    return new Turn(next, 0, pause);
  }

  public static Turn last(long did) {
    return new Turn(null, did);
  }
}
