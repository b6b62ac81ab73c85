package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was committed, routed and ended, counted from different sources. */
public record LedgerBalance(
    @Nullable String audit,
    @Nullable Instant asOf,
    boolean balanced,
    List<String> unheard,
    List<SourceBook> sources,
    List<FlowBook> flows) {}
