package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription; the secret only in the answer to what has made it. */
public record ShownSubscription(
    String name,
    String service,
    List<String> contracts,
    JsonNode filter,
    String start,
    Where delivery,
    State state,
    @Nullable String reason,
    Instant since,
    @Nullable String secret,
    @Nullable String backfill) {

  /** By which way, and where to. */
  public record Where(DeliveryKind kind, @Nullable String url) {}

  /** Whether anything is sent there. */
  public enum State {
    ACTIVE,
    SUSPENDED,
    DISABLED
  }
}
