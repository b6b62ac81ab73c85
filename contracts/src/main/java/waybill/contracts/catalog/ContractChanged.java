package waybill.contracts.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Kind;

/** A contract as it is now. */
public record ContractChanged(
    String contract,
    String owner,
    Kind kind,
    String summary,
    @Nullable String key,
    String compatibility,
    String retention,
    List<String> confidential,
    List<String> senders,
    List<String> readers,
    List<String> policies,
    Instant changedAt) {}
