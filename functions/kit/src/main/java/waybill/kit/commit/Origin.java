package waybill.kit.commit;

import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;

/** Why something is said: what it belongs to and what caused it. */
public record Origin(
    String correlation, @Nullable String causation, int hops, @Nullable String traceparent) {

  public static Origin of(Message cause) {
    return new Origin(
        cause.correlation(), cause.id().toString(), cause.hops() + 1, cause.traceparent());
  }
}
