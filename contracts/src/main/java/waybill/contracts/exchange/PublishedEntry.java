package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one event of a batch, as if it had come alone. */
public record PublishedEntry(
    int status,
    @Nullable String messageId,
    @Nullable List<ShownDelivery> deliveries,
    @Nullable ProblemDocument problem) {}
