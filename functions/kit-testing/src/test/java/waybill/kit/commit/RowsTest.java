package waybill.kit.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.commit.Toy.EMAIL;
import static waybill.kit.commit.Toy.ORIGIN;
import static waybill.kit.commit.Toy.USER;
import static waybill.kit.commit.Toy.registered;
import static waybill.kit.commit.Toy.user;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import waybill.contracts.users.User;
import waybill.kit.Service;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

@BooksBalance
class RowsTest {
  private final MemoryTable table = new MemoryTable();
  private final Service service = Given.service("users", table, new HandClock());
  private final Rows rows = service.rows();

  @Test
  void whatWasCommitted_isFoundAsItsRecord() {
    write(commit(USER.fresh("u1", user("u1"))));

    assertThat(rows.find(USER, "u1")).hasValue(user("u1"));
  }

  @Test
  void anItemOfAnotherKind_isNotFound() {
    Kind<User> other = Kind.entity("customer", User.class);
    write(commit(USER.fresh("u1", user("u1"))));

    assertThat(rows.find(other, "u1")).isEmpty();
  }

  @Test
  void anEntryNamedLikeAnEntity_isAnother() {
    write(commit(USER.fresh("u1", user("u1"))).and(EMAIL.fresh("u1", new Toy.Email("u1"))));

    assertThat(rows.find(EMAIL, "u1")).hasValue(new Toy.Email("u1"));
    assertThat(rows.find(USER, "u1")).hasValue(user("u1"));
  }

  @Test
  void anIdThatIsNoMessageKey_findsNothing() {
    assertThat(rows.find(USER, "a~b/c")).isEmpty();
  }

  @Test
  void anEntityWhoseIdIsNoMessageKey_isRefused() {
    assertThatThrownBy(() -> prepare(commit(USER.fresh("a~b", user("u1")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFreshItem_isAConflictWhereOneIs() {
    write(commit(USER.fresh("u1", user("u1"))));

    assertThat(write(commit(USER.fresh("u1", user("u1"))))).isFalse();
  }

  @Test
  void row33_anEntryPastItsDate_isGoneBeforeTheTableForgetsIt() {
    Kind<Toy.Email> hourly =
        Kind.entry("email", Toy.Email.class)
            .expiring(email -> Instant.EPOCH.plus(Duration.ofHours(1)));
    write(commit(hourly.fresh("e", new Toy.Email("u1"))));

    assertThat(rows.find(hourly, "e")).isEmpty();
    assertThat(write(commit(rows.at(hourly, "e").put(new Toy.Email("u2"))))).isTrue();
  }

  @Test
  void anEntry_canBeRemovedAndMadeAgain() {
    write(commit(EMAIL.fresh("e", new Toy.Email("u1"))));
    write(commit(rows.at(EMAIL, "e").remove()));

    assertThat(rows.find(EMAIL, "e")).isEmpty();
    assertThat(write(commit(EMAIL.fresh("e", new Toy.Email("u2"))))).isTrue();
  }

  @Test
  void row61_anEntity_isNeverRemovedAndNeverExpires() {
    write(commit(USER.fresh("u1", user("u1"))));

    assertThatThrownBy(() -> rows.at(USER, "u1").remove())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> USER.expiring(user -> Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAnEntityThatIsWritten_canSpeak() {
    assertThatThrownBy(
            () -> EMAIL.fresh("e", new Toy.Email("u1")).saying(USER_REGISTERED, registered("u1")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> rows.at(USER, "u1").unchanged().saying(USER_REGISTERED, registered("u1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCommitOfNothing_isDoneWithoutAWrite() {
    assertThat(write(Commit.nothing())).isTrue();
    assertThat(table.items()).isEmpty();
  }

  private Prepared prepare(Commit commit) {
    return service.clerk().prepare(commit, ORIGIN);
  }

  private boolean write(Commit commit) {
    return prepare(commit).writeTo(table, service.ids().next());
  }
}
