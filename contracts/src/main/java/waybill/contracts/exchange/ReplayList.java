package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of replays, and the cursor of the next if there is one. */
public record ReplayList(List<Replay> items, @Nullable String cursor) {}
