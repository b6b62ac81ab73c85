package waybill.local.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody has proved at the pool's own page who they are, for one client. */
record Login(
    String client,
    String username,
    String subject,
    List<String> scopes,
    @Nullable String nonce,
    Instant at) {}
