package waybill.kit.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.commit.Toy.ORIGIN;
import static waybill.kit.commit.Toy.USER;
import static waybill.kit.commit.Toy.large;
import static waybill.kit.commit.Toy.registered;
import static waybill.kit.commit.Toy.user;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Service;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

@BooksBalance
class ClerkTest {
  private final MemoryTable table = new MemoryTable();
  private final HandClock clock = new HandClock();
  private final Service service = Given.service("users", table, clock);

  @Test
  void aSequence_countsOnOverCommits() {
    write(commit(USER.fresh("u1", user("u1")).saying(USER_REGISTERED, registered("u1"))));
    write(commit(speaking("u1")));
    write(commit(service.rows().at(USER, "u1").put(user("u1"))));
    write(commit(speaking("u1").saying(USER_REGISTERED, registered("u1"))));

    assertThat(said("u1")).containsExactly("users~u1~1", "users~u1~2", "users~u1~3", "users~u1~4");
  }

  @Test
  void eachItem_hasASequenceOfItsOwn() {
    Prepared prepared = prepare(commit(speaking("u1")).and(speaking("u2")));

    assertThat(prepared.messages())
        .extracting(MessageId::toString)
        .containsExactly("users~u1~1", "users~u2~1");
  }

  @Test
  void row61_aSequence_goesOnWhenAllWasSent() {
    write(commit(speaking("u1")));
    table.clear(Key.ofEntity("u1"), Set.copyOf(item("u1").outbox())::contains);
    write(commit(speaking("u1")));

    assertThat(said("u1")).containsExactly("users~u1~2");
  }

  @Test
  void aMessage_saysWhereItComesFrom() {
    Origin origin = new Origin("c", "orders~o1~7", 3, null);

    Change.Put put =
        (Change.Put) service.clerk().prepare(commit(speaking("u1")), origin).changes().get(0);
    Message message = Message.parse(put.says().get(0).text());

    assertThat(message.correlation()).isEqualTo("c");
    assertThat(message.causation()).isEqualTo("orders~o1~7");
    assertThat(message.hops()).isEqualTo(3);
    assertThat(message.time()).isEqualTo(clock.instant());
    assertThat(message.after()).isNull();
  }

  @Test
  void aCommitThatBelongsToAnUndertaking_saysSoWhateverCausesIt() {
    Origin undertaking = new Origin("begun before", "orders~o1~1", 2, null);
    Commit commit = commit(speaking("u1")).belongingTo(undertaking).and(speaking("u2"));

    Prepared prepared = service.clerk().prepare(commit, new Origin("minute", null, 0, null));

    assertThat(prepared.changes())
        .allSatisfy(
            change -> {
              Message said = Message.parse(((Change.Put) change).says().get(0).text());
              assertThat(said.correlation()).isEqualTo("begun before");
              assertThat(said.causation()).isEqualTo("orders~o1~1");
              assertThat(said.hops()).isEqualTo(2);
            });
  }

  @Test
  void whatIsSaidForATime_bearsItsEnd() {
    Instant end = clock.instant().plusSeconds(30);

    write(commit(USER.fresh("u1", user("u1")).saying(USER_REGISTERED, registered("u1"), end)));

    assertThat(Message.parse(item("u1").outbox().get(0).text()).expires()).isEqualTo(end);
  }

  @Test
  void whatIsCausedByAMessage_isOneHopFurther() {
    Message cause =
        new Message(
            new MessageId("orders", "o1", 7),
            USER_REGISTERED.id(),
            Instant.EPOCH,
            "c",
            null,
            3,
            null,
            null,
            Json.object());

    assertThat(Origin.of(cause)).isEqualTo(new Origin("c", "orders~o1~7", 4, null));
  }

  @Test
  void aMessageOutsideItsContract_neverLeaves() {
    UserRegistered broken = new UserRegistered("u1", "no address", "", Instant.EPOCH);

    assertThatThrownBy(
            () -> prepare(commit(USER.fresh("u1", user("u1")).saying(USER_REGISTERED, broken))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("users.user-registered/1")
        .hasMessageContaining("/email");
  }

  @Test
  void row5_aDocumentThatIsTooLarge_isRefusedByName() {
    Toy.Email large = new Toy.Email("x".repeat(300_000));

    assertThatThrownBy(() -> prepare(commit(Toy.EMAIL.fresh("e", large))))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void whereTooMuchIsUnsent_nothingMoreIsSaid() {
    Stream.of(1, 2).forEach(n -> write(commit(saying("u1", 50))));

    assertThatThrownBy(() -> prepare(commit(saying("u1", 50)))).isInstanceOf(OutboxFull.class);
  }

  @Test
  void aFullOutbox_doesNotStopASilentCommit() {
    Stream.of(1, 2).forEach(n -> write(commit(saying("u1", 55))));

    assertThat(write(commit(service.rows().at(USER, "u1").put(user("u1"))))).isTrue();
  }

  @Test
  void aFullOutbox_hasRoomAgainOnceItWasRouted() {
    Stream.of(1, 2).forEach(n -> write(commit(saying("u1", 50))));
    table.clear(Key.ofEntity("u1"), Set.of(item("u1").outbox().get(0))::contains);

    assertThat(write(commit(saying("u1", 50)))).isTrue();
  }

  @Test
  void row13_aSilentCommit_doesNotCallTheRelay() {
    write(commit(speaking("u1")));
    table.changes();

    table.clear(Key.ofEntity("u1"), Set.copyOf(item("u1").outbox())::contains);
    write(commit(service.rows().at(USER, "u1").put(user("u1"))));

    assertThat(table.changes()).isEmpty();
  }

  @Test
  void whatTheRelayHadToLeave_isSpokenAgainByTheNextCommit() {
    write(commit(speaking("u1")));
    table.waitUntil(Key.ofEntity("u1"), clock.instant());
    table.changes();

    write(commit(service.rows().at(USER, "u1").put(user("u1"))));

    assertThat(table.changes()).hasSize(1);
  }

  /** The commit takes the relay's mark away, which its decision could not have seen. */
  @Test
  void row8_aMarkLeftWhileACommitIsDecided_isNotForgotten() {
    write(commit(speaking("u1")));
    Prepared decided = prepare(commit(service.rows().at(USER, "u1").put(user("u1"))));
    table.changes();
    table.waitUntil(Key.ofEntity("u1"), clock.instant());

    decided.writeTo(table, "c");

    assertThat(item("u1").due() != null || !table.changes().isEmpty()).isTrue();
  }

  private Draft<?> speaking(String id) {
    return service.rows().at(USER, id).put(user(id)).saying(USER_REGISTERED, registered(id));
  }

  private Draft<?> saying(String id, int kilobytes) {
    return service
        .rows()
        .at(USER, id)
        .put(user(id))
        .saying(ExchangeContracts.RECEIPT, large(kilobytes));
  }

  private Prepared prepare(Commit commit) {
    return service.clerk().prepare(commit, ORIGIN);
  }

  private boolean write(Commit commit) {
    return prepare(commit).writeTo(table, service.ids().next());
  }

  private Item item(String id) {
    return table.read(Key.ofEntity(id)).orElseThrow();
  }

  private List<String> said(String id) {
    return item(id).outbox().stream().map(Unsent::id).toList();
  }
}
