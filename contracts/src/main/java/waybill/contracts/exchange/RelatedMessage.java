package waybill.contracts.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that another one was said to, or that was said to it. */
public record RelatedMessage(String id, @Nullable String contract, @Nullable Instant time) {}
