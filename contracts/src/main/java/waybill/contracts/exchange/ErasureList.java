package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of erasures, and the cursor of the next if there is one. */
public record ErasureList(List<Erasure> items, @Nullable String cursor) {}
