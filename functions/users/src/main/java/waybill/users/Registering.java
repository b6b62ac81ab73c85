package waybill.users;

import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.refused;
import static waybill.users.EmailOwner.EMAIL;
import static waybill.users.Profile.PROFILE;
import static waybill.users.Registration.REGISTRATION;
import static waybill.users.UsersProblem.ACCOUNTS_UNAVAILABLE;
import static waybill.users.UsersProblem.EMAIL_TAKEN;
import static waybill.users.UsersProblem.PASSWORD_REFUSED;
import static waybill.users.Word.DONE;
import static waybill.users.Word.THERE_ALREADY;
import static waybill.users.Word.WRONG;

import java.time.Instant;
import java.util.Optional;
import waybill.contracts.users.SignUp;
import waybill.contracts.users.User;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.problem.Refusal;
import waybill.users.Registration.Standing;

/**
 * Makes a user of somebody, in three steps that may each be the last: the email is theirs, there is
 * an account, everybody is told. Whoever asks again goes on where it stands; so does the sweep.
 */
final class Registering {
  private static final Refusal UNAVAILABLE =
      ACCOUNTS_UNAVAILABLE.because("nobody was registered; the same request may be sent again");

  private final Service service;
  private final Rows rows;
  private final Ids ids;
  private final Accounts accounts;

  Registering(Service service, Ids ids, Accounts accounts) {
    this.service = service;
    this.rows = service.rows();
    this.ids = ids;
    this.accounts = accounts;
  }

  Answer<User> register(SignUp asked) {
    Optional<String> id = service.decisions().untilWritten(() -> begun(asked));
    if (id.isEmpty()) return refused(EMAIL_TAKEN.at("/email"));
    String password = asked.password();
    return switch (accounts.signUp(
        id.get(), asked.email(), password == null ? unguessable() : password)) {
      case DONE -> finished(id.get());
      case THERE_ALREADY -> password == null ? finished(id.get()) : known(id.get(), password);
      case BAD_PASSWORD -> {
        service.decisions().untilWritten(() -> givenUp(id.get()));
        yield refused(PASSWORD_REFUSED.at("/password"));
      }
      default -> refused(UNAVAILABLE);
    };
  }

  /** Nothing if somebody was faster; then an empty id if the email is another's. */
  private Optional<Optional<String>> begun(SignUp asked) {
    Row<EmailOwner> email = rows.at(EMAIL, EmailOwner.idOf(asked.email()));
    return email.value().isPresent()
        ? continued(email.value().get().userId(), asked)
        : begun(ids.next(), email, asked);
  }

  private Optional<Optional<String>> begun(String id, Row<EmailOwner> email, SignUp asked) {
    Registration registration = Registration.of(id, asked, service.clock().instant());
    return written(
        id, commit(REGISTRATION.fresh(id, registration)).and(email.put(new EmailOwner(id))));
  }

  private Optional<Optional<String>> continued(String id, SignUp asked) {
    Row<Registration> row = rows.at(REGISTRATION, id);
    Optional<Registration> same = row.value().filter(one -> one.isOf(asked));
    if (same.isEmpty()) return Optional.of(Optional.empty());
    Instant now = service.clock().instant();
    return same.get().hasToNoteAnother(now)
        ? written(id, commit(row.put(same.get().withAnother(now))))
        : Optional.of(Optional.of(id));
  }

  private Optional<Optional<String>> written(String id, Commit commit) {
    return service.writeSilently(commit) ? Optional.of(Optional.of(id)) : Optional.empty();
  }

  /** Made by an earlier try of the same person, or by somebody else with the same email. */
  private Answer<User> known(String id, String password) {
    Word word = accounts.logIn(id, password).word();
    if (word == DONE) return finished(id);
    return refused(word == WRONG ? EMAIL_TAKEN.at("/email") : UNAVAILABLE);
  }

  /** Where a twin or the sweep has finished it in the meantime, the email is a user's. */
  private Answer<User> finished(String id) {
    Row<Registration> row = rows.at(REGISTRATION, id);
    if (row.value().isEmpty()) return refused(EMAIL_TAKEN.at("/email"));
    Profile profile = row.value().get().profile(service.clock().instant());
    return created("/users/" + id, profile.view(), announced(row, profile));
  }

  /** The email is free at once, unless somebody else is about to register it likewise. */
  private Optional<String> givenUp(String id) {
    Row<Registration> row = rows.at(REGISTRATION, id);
    Optional<Registration> left = row.value().filter(one -> one.standing() != Standing.REFUSED);
    if (left.isEmpty()) return Optional.of(id);
    Commit commit =
        left.get().standing() == Standing.ALONE
            ? removed(row, left.get())
            : commit(row.put(left.get().withoutOne(service.clock().instant())));
    return service.writeSilently(commit) ? Optional.of(id) : Optional.empty();
  }

  private static Commit announced(Row<Registration> row, Profile profile) {
    return commit(
            PROFILE.fresh(profile.id(), profile).saying(USER_REGISTERED, profile.registration()))
        .and(row.remove());
  }

  private Commit removed(Row<Registration> row, Registration registration) {
    return commit(row.remove()).and(rows.at(EMAIL, EmailOwner.idOf(registration.email())).remove());
  }

  /**
   * What a request has left behind is brought to its end by the minute. If there was no account
   * yet, its password is nobody's: the user sets one by a reset.
   */
  Commit swept(String id) {
    Row<Registration> row = rows.at(REGISTRATION, id);
    Instant now = service.clock().instant();
    Optional<Registration> due = row.value().filter(one -> !one.nextAt().isAfter(now));
    if (due.isEmpty()) return Commit.nothing();
    if (due.get().standing() == Standing.REFUSED) return removed(row, due.get());
    Word word = accounts.signUp(id, due.get().email(), unguessable());
    if (word == DONE || word == THERE_ALREADY) return announced(row, due.get().profile(now));
    return due.get().isTooOld(now)
        ? removed(row, due.get())
        : commit(row.put(due.get().later(now)));
  }

  /** Long enough for every pool, with all sorts of characters, and kept by nobody. */
  private String unguessable() {
    return service.ids().next() + "-" + service.ids().next() + "-Aa1!";
  }
}
