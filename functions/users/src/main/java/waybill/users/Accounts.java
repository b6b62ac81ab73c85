package waybill.users;

/** Whoever keeps the passwords. An account's name is the user's id; nothing else here sees one. */
interface Accounts {

  Word signUp(String userId, String email, String password);

  /** Wrong is all that it says, whether it is the password or there is no such account. */
  LoggedIn logIn(String userId, String password);

  /** Sends a code to the account's email. */
  Word sendCode(String userId);

  Word setPassword(String userId, String code, String password);
}
