package waybill.kit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.testing.Putting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.Carried;
import waybill.contracts.Control;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.Statement;
import waybill.contracts.exchange.Sweep;
import waybill.contracts.users.UserRegistered;
import waybill.kit.commit.Key;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.inbox.Standing;
import waybill.kit.outbox.Parcel;
import waybill.kit.problem.Problem;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;
import waybill.kit.worker.QueueEvent;
import waybill.kit.worker.Worker;

/** What a service says about itself: counted in its own rows, by nobody else. */
class SweepingTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();
  private final HandClock clock = new HandClock();
  private final Worker worker =
      new Worker(
          Given.service("orders", table, clock),
          Inbox.of(Inbox.on(USER_REGISTERED, SweepingTest::react)),
          in,
          out);

  private static Reaction react(Delivery<UserRegistered> delivery) {
    if (delivery.key().startsWith("refused"))
      return Reaction.refuse(Problem.NOT_FOUND.because("no such user"));
    if (delivery.key().startsWith("fails")) throw new IllegalStateException("cannot");
    return Reaction.nothing();
  }

  @Test
  void whatWasSaid_isStatedWithWhatIsUnsent() {
    Putting.at("o1").saying(entry("o1", 1), entry("o1", 2)).to(table);
    Putting.at("o2").saying(entry("o2", 1)).to(table);
    table.clear(Key.ofEntity("o1"), Set.of(entry("o1", 1))::contains);
    table.clear(Key.ofEntity("o2"), Set.of(entry("o2", 1))::contains);
    Putting.at("silent").to(table);

    worker.order("sweep");

    assertThat(statement().said())
        .containsExactly(
            new Statement.Said("o1", 2, List.of(2L)), new Statement.Said("o2", 1, List.of()));
  }

  @Test
  void whatWasHeard_isStatedByItsEnds() {
    hear("u1", 1, 2, 3);
    hear("refused", 1, 2);
    hear("fails", 1, 2);
    out.take();

    worker.order("sweep");

    assertThat(statement().heard())
        .containsExactlyInAnyOrder(
            new Statement.Heard("users", "u1", 3, 3, 0, 0, List.of(), 0),
            new Statement.Heard("users", "refused", 2, 0, 2, 0, List.of(), 0),
            new Statement.Heard("users", "fails", 0, 0, 0, 0, List.of(1L, 2L), 2));
  }

  /** Receipts in an outbox are no messages of the service. */
  @Test
  void whatARefusalLeaves_isNothingThatWasSaid() {
    hear("refused", 1);

    worker.order("sweep");

    assertThat(statement().said()).isEmpty();
  }

  @Test
  void aRowOfBeforeTheCounts_countsFromNothing() {
    Putting.at(Standing.keyOf("users", "u1"))
        .kind("inbox")
        .doc("{\"watermark\":4,\"parked\":0}")
        .to(table);
    hear("u1", 5);

    worker.order("sweep");

    assertThat(statement().heard())
        .containsExactly(new Statement.Heard("users", "u1", 5, 1, 0, 0, List.of(), 0));
  }

  @Test
  void theExchange_asksByHandAndKnowsTheAnswer() {
    hear("u1", 1);
    control(new Sweep(null, "audit-7"));

    assertThat(statement().audit()).isEqualTo("audit-7");
    assertThat(statement().last()).isTrue();
    assertThat(statement().at()).isEqualTo(clock.instant());
  }

  @Test
  void aServiceThatDidNothing_saysSo() {
    worker.order("sweep");

    assertThat(statement())
        .isEqualTo(new Statement(null, clock.instant(), List.of(), List.of(), true));
  }

  @Test
  void manyLines_comeInPartsInOrder_andOnlyTheLastIsTheLast() {
    for (int n = 0; n < 250; n++) hear("u" + n, 1);
    Putting.at("o1").saying(entry("o1", 1)).to(table);

    worker.order("sweep");

    List<Statement> statements = statements();
    assertThat(statements).extracting(part -> part.heard().size()).containsExactly(100, 100, 50);
    assertThat(statements).extracting(part -> part.said().size()).containsExactly(1, 0, 0);
    assertThat(statements).extracting(Statement::last).containsExactly(false, false, true);
    assertThat(groups()).hasSize(1);
  }

  @Test
  void aStatementThatIsNotTaken_isNoStatement() {
    out.refuse(parcel -> true);

    assertThatThrownBy(() -> worker.order("sweep")).isInstanceOf(IllegalStateException.class);
  }

  private void hear(String key, long... sequences) {
    for (long sequence : sequences) {
      MessageId id = new MessageId("users", key, sequence);
      var data = Json.tree(new UserRegistered("u1", "a@example.org", "A", Instant.EPOCH));
      take(
          new Message(
                  id, USER_REGISTERED.id(), Instant.EPOCH, "c", null, 0, null, sequence - 1, data)
              .toJson());
    }
  }

  private void control(Sweep sweep) {
    out.take();
    take(Control.of("c1", "exchange", ExchangeContracts.SWEEP, sweep).toJson());
  }

  private void take(String body) {
    worker.messages(new QueueEvent(List.of(new QueueEvent.Entry("m", "in", "g", body))));
  }

  private Statement statement() {
    List<Statement> all = statements();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** What stands in the queue stays there, so that a test may look twice. */
  private List<Statement> statements() {
    List<Statement> found = new ArrayList<>();
    for (var parcel : out.waiting())
      if (isStatement(parcel))
        found.add(
            Given.CATALOG.readChecked(
                ExchangeContracts.STATEMENT, Carried.parse(parcel.body()).data()));
    return found;
  }

  private List<String> groups() {
    return out.waiting().stream()
        .filter(SweepingTest::isStatement)
        .map(Parcel::group)
        .distinct()
        .toList();
  }

  private static boolean isStatement(Parcel parcel) {
    return parcel.body().contains(ExchangeContracts.STATEMENT.id().path());
  }
}
