package waybill.users;

import static waybill.contracts.users.UsersContracts.CONFIRM_RESET;
import static waybill.contracts.users.UsersContracts.LOG_IN;
import static waybill.contracts.users.UsersContracts.PASSWORD_RESET;
import static waybill.contracts.users.UsersContracts.REQUEST_RESET;
import static waybill.contracts.users.UsersContracts.SESSION;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.post;
import static waybill.users.EmailOwner.EMAIL;
import static waybill.users.Move.MOVE;
import static waybill.users.Profile.PROFILE;
import static waybill.users.ResetCode.CODE;
import static waybill.users.UsersProblem.ACCOUNTS_UNAVAILABLE;
import static waybill.users.UsersProblem.RESET_REFUSED;
import static waybill.users.UsersProblem.WRONG_CREDENTIALS;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.users.ConfirmReset;
import waybill.contracts.users.LogIn;
import waybill.contracts.users.PasswordReset;
import waybill.contracts.users.RequestReset;
import waybill.contracts.users.ResetState;
import waybill.contracts.users.Session;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.problem.Refusal;

/** Passwords become sessions here. Nobody learns whom the service knows: all go the same way. */
final class SessionsApi {
  private static final Refusal WRONG =
      WRONG_CREDENTIALS.because("there is no user with this password");
  private static final Refusal NO_RESET =
      RESET_REFUSED.because("the code is wrong or old, or the password is not good enough");
  private static final Refusal UNAVAILABLE = ACCOUNTS_UNAVAILABLE.because("try again");

  private final Service service;
  private final Rows rows;
  private final Accounts accounts;
  private final Throttle throttle;

  SessionsApi(Service service, Accounts accounts) {
    this.service = service;
    this.rows = service.rows();
    this.accounts = accounts;
    this.throttle = new Throttle(service);
  }

  Routes routes() {
    return Routes.of(
        post("/sessions", LOG_IN, SESSION, this::logIn).forgetful(),
        post("/password-resets", REQUEST_RESET, PASSWORD_RESET, this::requestReset).forgetful(),
        post("/password-resets/confirmations", CONFIRM_RESET, PASSWORD_RESET, this::confirmReset)
            .forgetful());
  }

  Answer<Session> logIn(Request<LogIn> request) {
    LogIn asked = request.body();
    String guesses = guessesOf(asked.email(), asked.userId());
    Optional<Refusal> tooMany = throttle.refuses(guesses);
    if (tooMany.isPresent()) return refused(tooMany.get());
    LoggedIn in = accounts.logIn(account(asked.email(), asked.userId()), asked.password());
    if (in.session().isEmpty()) return refused(because(in.word(), WRONG));
    throttle.forget(guesses);
    return ok(in.session().get()).header("cache-control", "no-store");
  }

  /** Whether there is such a user, and whether too many codes were sent, nobody is told. */
  Answer<PasswordReset> requestReset(Request<RequestReset> request) {
    String email = request.body().email();
    String account = account(email, null);
    boolean waits = service.decisions().untilWritten(() -> noted(account, email));
    Word word = accounts.sendCode(waits ? nobody(email) : account);
    return word == Word.UNAVAILABLE
        ? refused(UNAVAILABLE)
        : new Answer.Given<>(
            202, new PasswordReset(ResetState.REQUESTED), Map.of(), Commit.nothing());
  }

  /** While the pool does not know a new email, a code would go to the old one: it waits. */
  private Optional<Boolean> noted(String account, String email) {
    Row<Move> move = rows.at(MOVE, account);
    ResetCode code = ResetCode.asked(email, move.exists(), service.clock().instant());
    Commit commit = commit(rows.at(CODE, account).put(code)).and(move.unchanged());
    return service.writeSilently(commit) ? Optional.of(code.waiting()) : Optional.empty();
  }

  Answer<PasswordReset> confirmReset(Request<ConfirmReset> request) {
    ConfirmReset asked = request.body();
    String guesses = guessesOf(asked.email(), null);
    Optional<Refusal> tooMany = throttle.refuses("reset." + guesses);
    if (tooMany.isPresent()) return refused(tooMany.get());
    String account = account(asked.email(), null);
    Word word =
        accounts.setPassword(
            wasSent(account, asked.email()) ? account : nobody(asked.email()),
            asked.code(),
            asked.password());
    if (word != Word.DONE) return refused(because(word, NO_RESET));
    throttle.forget("reset." + guesses);
    throttle.forget(guesses);
    return ok(new PasswordReset(ResetState.DONE));
  }

  /** That the pool locks an account would tell that there is one. */
  private static Refusal because(Word word, Refusal otherwise) {
    return word == Word.UNAVAILABLE ? UNAVAILABLE : otherwise;
  }

  private static String who(@Nullable String email, @Nullable String userId) {
    return email == null ? String.valueOf(userId) : EmailOwner.idOf(email);
  }

  /** By what was asked, whether there is such a user or not. */
  private static String guessesOf(@Nullable String email, @Nullable String userId) {
    return Hash.of(who(email, userId)).substring(0, 32);
  }

  /** A code that went to an email of before is nobody's. */
  private boolean wasSent(String account, String email) {
    return rows.find(CODE, account)
        .filter(code -> code.isFor(email) && !code.waiting())
        .isPresent();
  }

  /** For whom there is none, a name that no account can have: the pool is asked all the same. */
  private String account(@Nullable String email, @Nullable String userId) {
    String given = who(email, userId);
    String id =
        email == null
            ? given
            : rows.find(EMAIL, given).map(EmailOwner::userId).orElseGet(() -> nobody(given));
    return rows.find(PROFILE, id).isPresent() ? id : nobody(given);
  }

  private static String nobody(String given) {
    return "nobody." + Hash.of(EmailOwner.idOf(given)).substring(0, 32);
  }
}
