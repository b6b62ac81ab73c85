package waybill.contracts.users;

/** Someone asks to become a user. */
public record RegisterUser(String email, String name) {}
