package waybill.contracts.users;

/** Someone wants a code by which a new password is set. */
public record RequestReset(String email) {}
