package waybill.users;

import java.util.Optional;
import waybill.contracts.users.Session;

/** Whoever keeps the passwords. An account's name is the user's id; nothing else here sees one. */
interface Accounts {

  /** What it says to a request. */
  enum Word {
    DONE,
    THERE_ALREADY,
    WRONG,
    BAD_PASSWORD,
    TOO_MANY,
    UNAVAILABLE
  }

  /**
   * @param session there if the word is done
   */
  record LoggedIn(Word word, Optional<Session> session) {
    static LoggedIn not(Word word) {
      return new LoggedIn(word, Optional.empty());
    }
  }

  Word signUp(String userId, String email, String password);

  /** Wrong is all that it says, whether it is the password or there is no such account. */
  LoggedIn logIn(String userId, String password);

  /** Sends a code to the account's email. */
  Word sendCode(String userId);

  Word setPassword(String userId, String code, String password);
}
