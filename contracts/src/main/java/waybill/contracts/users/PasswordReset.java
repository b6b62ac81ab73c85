package waybill.contracts.users;

/** How far the reset of a password is. */
public record PasswordReset(ResetState state) {}
