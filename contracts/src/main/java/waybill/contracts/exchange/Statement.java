package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a service's books, counted in its own table. A key may stand in two parts if a part had
 * to be sent again; the later one counts.
 */
public record Statement(
    @Nullable String audit, Instant at, List<Said> said, List<Heard> heard, boolean last) {

  /** How much was committed about a key, and what of it is not yet routed. */
  public record Said(String key, long sequence, List<Long> unsent) {}

  /** What became of the messages of one source about a key. */
  public record Heard(
      String source,
      String key,
      long watermark,
      long handled,
      long refused,
      long skipped,
      List<Long> parked,
      int parkedInAll) {}
}
