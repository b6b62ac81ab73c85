package waybill.contracts.users;

import java.time.Instant;

/** A user has another email or name; carries all of them as they are now. */
public record UserChanged(String userId, String email, String name, Instant changedAt) {}
