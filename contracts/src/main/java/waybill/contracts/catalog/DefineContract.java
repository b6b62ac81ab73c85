package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Kind;

/** What a contract is to be; what is left out has its default. */
public record DefineContract(
    Kind kind,
    String summary,
    @Nullable String key,
    @Nullable String compatibility,
    @Nullable String retention,
    @Nullable List<String> confidential,
    @Nullable List<String> senders,
    @Nullable List<String> readers,
    @Nullable List<String> policies) {}
