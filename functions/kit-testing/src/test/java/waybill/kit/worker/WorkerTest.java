package waybill.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.testing.Putting.entry;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.users.UserRegistered;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.inbox.Standing;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;

@BooksBalance
class WorkerTest {
  private final MemoryTable table = new MemoryTable();
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();
  private final HandClock clock = new HandClock();
  private final Worker worker =
      new Worker(
          Given.service("orders", table, clock),
          Inbox.of(Inbox.on(USER_REGISTERED, delivery -> Reaction.nothing())),
          in,
          out);

  @Test
  void row27_aBodyThatIsNone_comesAgainAndTheRestIsTaken() {
    var answer =
        worker.messages(
            new QueueEvent(
                List.of(
                    new QueueEvent.Entry("m1", "arn", "g", "no JSON"),
                    new QueueEvent.Entry("m2", "arn", "h", message().toJson()))));

    assertThat(Json.write(answer))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(table.read(Standing.keyOf("users", "u1"))).isPresent();
    assertThat(out.take()).hasSize(1);
  }

  @Test
  void row27_aMessageThatComesAgain_isRunUnderAMark() {
    worker.messages(
        new QueueEvent(List.of(new QueueEvent.Entry("m", "arn", "g", message().toJson(), 2))));

    assertThat(table.items()).extracting(Item::kind).containsExactlyInAnyOrder("inbox", "run");
  }

  @Test
  void row29_whatTheQueueGaveUp_isParked() {
    var answer =
        worker.deadLetters(
            new QueueEvent(List.of(new QueueEvent.Entry("m", "arn", "g", message().toJson()))));

    assertThat(Json.write(answer)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(table.items()).extracting(Item::kind).containsExactlyInAnyOrder("inbox", "parked");
  }

  @Test
  void changes_areRelayed() {
    Putting.at("a").saying(entry("a", 1)).to(table);

    assertThat(Json.write(worker.changes(table.changes()))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(out.take()).containsExactly(entry("a", 1).text());
  }

  @Test
  void theMinute_goesOnWithWhatIsDue() {
    Putting.at("a").saying(entry("a", 1)).to(table);
    table.waitUntil(Key.ofEntity("a"), clock.instant());

    worker.order("minute");

    assertThat(out.take()).hasSize(1);
  }

  @Test
  void row11_theSweep_sendsEveryOutbox() {
    Putting.at("a").saying(entry("a", 1)).to(table);

    worker.order("sweep");

    assertThat(out.take()).contains(entry("a", 1).text());
  }

  @Test
  void anOrderOfNoName_isAnError() {
    assertThatThrownBy(() -> worker.order("")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Message message() {
    return new Message(
        new MessageId("users", "u1", 1),
        USER_REGISTERED.id(),
        Instant.EPOCH,
        "correlation",
        null,
        0,
        null,
        0L,
        Json.tree(new UserRegistered("u1", "a@example.org", "A", Instant.EPOCH)));
  }
}
