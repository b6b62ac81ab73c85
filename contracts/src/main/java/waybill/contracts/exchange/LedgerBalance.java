package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was committed, routed and ended, counted from different sources.
 *
 * @param balanced null before the first audit: nobody knows yet
 */
public record LedgerBalance(
    @Nullable String audit,
    @Nullable Instant asOf,
    @Nullable Boolean balanced,
    List<String> unheard,
    List<SourceBook> sources,
    List<FlowBook> flows) {}
