package waybill.contracts.users;

import java.time.Instant;

/** Someone became a user. */
public record UserRegistered(String userId, String email, String name, Instant registeredAt) {}
