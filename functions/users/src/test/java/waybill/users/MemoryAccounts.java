package waybill.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import waybill.contracts.users.Session;

/** A user pool in memory, which a test may take away or whose answers it may lose. */
final class MemoryAccounts implements Accounts, Mailboxes {
  static final String CODE = "123456";

  final List<String> asked = new ArrayList<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, String> emails = new HashMap<>();
  private final List<String> mail = new ArrayList<>();
  private boolean down;
  private boolean answersAreLost;
  private boolean locked;
  private Runnable before = () -> {};

  void goDown(boolean isDown) {
    down = isDown;
  }

  /** Each account that there is takes no guesses for a while, as Cognito's own lock has it. */
  void lock(boolean isLocked) {
    locked = isLocked;
  }

  /** What is asked is done, and nobody hears of it. */
  void loseAnswers(boolean lost) {
    answersAreLost = lost;
  }

  /** Once, while the service waits for the pool. */
  void meanwhile(Runnable what) {
    before = what;
  }

  /** To whom a code was sent, one after the other. */
  synchronized List<String> mail() {
    return List.copyOf(mail);
  }

  synchronized String emailOf(String userId) {
    return emails.getOrDefault(userId, "");
  }

  synchronized boolean has(String userId) {
    return passwords.containsKey(userId);
  }

  @Override
  public Word signUp(String userId, String email, String password) {
    return answered("sign-up " + userId, () -> signedUp(userId, email, password));
  }

  private Word signedUp(String userId, String email, String password) {
    if (password.startsWith("refused")) return Word.BAD_PASSWORD;
    emails.putIfAbsent(userId, email);
    return passwords.putIfAbsent(userId, password) == null ? Word.DONE : Word.THERE_ALREADY;
  }

  @Override
  public LoggedIn logIn(String userId, String password) {
    Word word =
        answered(
            "log-in " + userId,
            () -> {
              if (locked && has(userId)) return Word.TOO_MANY;
              return password.equals(passwords.get(userId)) ? Word.DONE : Word.WRONG;
            });
    Session session = new Session("token-of-" + userId, 3600, "refresh-" + userId, "Bearer");
    return word == Word.DONE ? new LoggedIn(word, Optional.of(session)) : LoggedIn.not(word);
  }

  @Override
  public Word sendCode(String userId) {
    return answered("code " + userId, () -> mailed(userId));
  }

  private Word mailed(String userId) {
    if (locked && has(userId)) return Word.TOO_MANY;
    if (emails.containsKey(userId)) mail.add(emails.get(userId));
    return Word.DONE;
  }

  @Override
  public Word moved(String userId, String email) {
    return answered(
        "move " + userId + " " + email,
        () -> emails.replace(userId, email) == null ? Word.WRONG : Word.DONE);
  }

  @Override
  public Word setPassword(String userId, String code, String password) {
    return answered(
        "set " + userId,
        () -> {
          if (locked && has(userId)) return Word.TOO_MANY;
          return code.equals(CODE) && passwords.replace(userId, password) != null
              ? Word.DONE
              : Word.WRONG;
        });
  }

  private Word answered(String what, Supplier<Word> deed) {
    Runnable first = before;
    before = () -> {};
    first.run();
    synchronized (this) {
      asked.add(what);
      if (down) return Word.UNAVAILABLE;
      Word word = deed.get();
      return answersAreLost ? Word.UNAVAILABLE : word;
    }
  }
}
