package waybill.users;

import static waybill.kit.commit.Commit.commit;
import static waybill.users.Move.MOVE;
import static waybill.users.Profile.PROFILE;
import static waybill.users.ResetCode.CODE;
import static waybill.users.Word.DONE;
import static waybill.users.Word.WRONG;

import java.time.Instant;
import java.util.Optional;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * Tells whoever keeps the passwords of another email. One tells at a time, and says what stands in
 * the profile then, until nothing newer does: so the newest email is the last that is told.
 */
final class Moving {
  private final Service service;
  private final Rows rows;
  private final Accounts accounts;
  private final Mailboxes mailboxes;

  Moving(Service service, Accounts accounts, Mailboxes mailboxes) {
    this.service = service;
    this.rows = service.rows();
    this.accounts = accounts;
    this.mailboxes = mailboxes;
  }

  /** What was not told is due again later. */
  Commit told(String userId) {
    Row<Move> row = rows.at(MOVE, userId);
    Instant now = service.clock().instant();
    Optional<Move> due = row.value().filter(move -> move.isDue(now));
    if (due.isPresent() && service.writeSilently(commit(row.put(due.get().taken(now)))))
      service.decisions().untilWritten(() -> toldNewest(userId));
    return Commit.nothing();
  }

  /** Nothing if there was something newer while this was told. */
  private Optional<Boolean> toldNewest(String userId) {
    Row<Move> row = rows.at(MOVE, userId);
    Optional<Profile> profile = rows.find(PROFILE, userId);
    if (!row.exists() || profile.isEmpty()) return Optional.of(false);
    Word word = mailboxes.moved(userId, profile.get().email());
    if (word == WRONG) service.log().warn("a user has no account", "user_id", userId);
    if (word != DONE && word != WRONG) {
      service.log().warn("the pool was not told of an email", "word", word.name());
      return Optional.of(false);
    }
    Row<ResetCode> code = rows.at(CODE, userId);
    return sent(userId, code, profile.get().email())
        ? done(commit(row.remove()).and(noted(code)))
        : Optional.of(false);
  }

  /** Whoever asked for a code meanwhile gets it now. */
  private boolean sent(String userId, Row<ResetCode> code, String email) {
    boolean asked = code.value().filter(one -> one.waiting() && one.isFor(email)).isPresent();
    return !asked || accounts.sendCode(userId) != Word.UNAVAILABLE;
  }

  private static Draft<ResetCode> noted(Row<ResetCode> code) {
    return code.value().map(one -> code.put(one.sent())).orElseGet(code::unchanged);
  }

  private Optional<Boolean> done(Commit commit) {
    return service.writeSilently(commit) ? Optional.of(true) : Optional.empty();
  }
}
