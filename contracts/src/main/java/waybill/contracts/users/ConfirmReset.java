package waybill.contracts.users;

/** Someone sets a new password by the code that was sent. */
public record ConfirmReset(String email, String code, String password) {

  /** A record would show the password to whoever prints it. */
  @Override
  public String toString() {
    return "ConfirmReset";
  }
}
