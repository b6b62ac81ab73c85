package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Violation;

/** Why a request was refused, as problem+json (RFC 9457). */
public record ProblemDocument(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String contract,
    @Nullable List<Violation> violations,
    @Nullable String correlationId) {}
