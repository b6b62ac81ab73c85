package waybill.contracts.users;

/** A user as the service shows it. */
public record User(String userId, String email, String name) {}
