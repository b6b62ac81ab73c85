package waybill.users;

import java.util.Optional;
import waybill.contracts.users.Session;

/**
 * What came of a log-in.
 *
 * @param session there if the word is done
 */
record LoggedIn(Word word, Optional<Session> session) {
  static LoggedIn not(Word word) {
    return new LoggedIn(word, Optional.empty());
  }
}
