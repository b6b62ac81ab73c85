package waybill.contracts.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the messages of one contract at one subscriber. */
public record FlowBook(
    String contract,
    String subscriber,
    long committed,
    long unsent,
    long routed,
    long handled,
    long refused,
    long skipped,
    long parked,
    long inFlight,
    long balance,
    @Nullable Instant oldest,
    @Nullable String oldestId,
    List<Imbalance> unbalanced) {}
