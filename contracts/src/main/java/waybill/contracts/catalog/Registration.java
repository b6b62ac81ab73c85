package waybill.contracts.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version that a schema has become, and how it was judged. */
public record Registration(
    String contract,
    int number,
    String hash,
    @Nullable Integer bridgedFrom,
    Instant registeredAt,
    List<JudgedVersion> versions,
    List<JudgedUser> users) {}
