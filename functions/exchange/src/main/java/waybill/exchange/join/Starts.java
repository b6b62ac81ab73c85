package waybill.exchange.join;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on somebody wants its messages, as it says it. */
final class Starts {

  /** Null for new ones only. */
  static @Nullable Instant from(@Nullable String start) {
    if (start == null || start.equals("now")) return null;
    return start.equals("beginning") ? Instant.EPOCH : Instant.parse(start);
  }

  private Starts() {}
}
