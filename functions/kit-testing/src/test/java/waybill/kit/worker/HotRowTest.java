package waybill.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.commit.Key;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.Putting;
import waybill.kit.testing.RacedTable;

/** What many write at once, and a batch whose process has half a minute. */
@BooksBalance
class HotRowTest {
  private static final Kind<Tally> TALLY = Kind.entity("tally", Tally.class);
  private static final Duration INVOCATION = Duration.ofSeconds(30);

  record Tally(List<String> counted) {}

  private final MemoryTable table = new MemoryTable();
  private final RacedTable raced = new RacedTable(table);
  private final HandClock clock = new HandClock();
  private final Service service = Given.service("orders", raced, clock);
  private final Worker worker =
      new Worker(
          service,
          Inbox.of(Inbox.on(USER_REGISTERED, this::count)),
          new MemoryQueue(),
          new MemoryQueue());

  @Test
  void row35_aBatchOfOneKey_endsBeforeItsProcessDoes_andTheRestComesAgainInOrder() {
    List<Message> batch = LongStream.rangeClosed(1, 10).mapToObj(n -> message("u1", n)).toList();
    isContestedFor(39);
    raced.by(() -> {});
    isContestedFor(30);
    raced.by(() -> {});
    isContestedFor(1_000);

    assertThat(failures(batch, 1)).isEqualTo(8);
    assertThat(counted()).as("what was done stays done").hasSize(2);
    raced.rests();

    assertThat(failures(batch.subList(2, 10), 2)).isZero();
    assertThat(counted()).isEqualTo(batch.stream().map(one -> one.id().toString()).toList());
  }

  @Test
  void row35_aBatchOfManyKeys_endsBeforeItsProcessDoes_andEachHasItsTry() {
    List<Message> batch = IntStream.rangeClosed(1, 10).mapToObj(n -> message("u" + n, 1)).toList();
    isContestedFor(1_000);

    assertThat(failures(batch, 1)).isEqualTo(10);
    raced.rests();

    assertThat(failures(batch, 2)).isZero();
    assertThat(counted()).hasSize(10).doesNotHaveDuplicates();
  }

  /** Somebody else's success comes first, each a third of a second later. */
  private void isContestedFor(int writes) {
    for (int n = 0; n < writes; n++)
      raced.by(
          () -> {
            clock.pass(Duration.ofMillis(333));
            var now = table.read(Key.ofEntity("all"));
            String doc = now.map(item -> item.doc()).orElse("{\"counted\":[]}");
            Putting.at("all")
                .kind("tally")
                .doc(doc)
                .expecting(now.map(item -> item.version()).orElse(0L))
                .to(table);
          });
  }

  private int failures(List<Message> batch, int receives) {
    Instant began = clock.instant();
    Map<String, Object> answer =
        worker.messages(
            new QueueEvent(
                batch.stream()
                    .map(
                        one ->
                            new QueueEvent.Entry(
                                one.id().toString(), "arn", one.id().key(), one.toJson(), receives))
                    .toList()),
            began.plus(INVOCATION));
    assertThat(Duration.between(began, clock.instant()))
        .isLessThan(INVOCATION.minus(Limits.LAST_WORD));
    return Json.tree(answer).path("batchItemFailures").size();
  }

  private Reaction count(Delivery<UserRegistered> delivery) {
    Row<Tally> row = service.rows().at(TALLY, "all");
    List<String> counted = new ArrayList<>(row.value().map(Tally::counted).orElse(List.of()));
    counted.add(delivery.id().toString());
    return Reaction.commit(row.put(new Tally(counted)));
  }

  private List<String> counted() {
    return service.rows().find(TALLY, "all").orElseThrow().counted();
  }

  private static Message message(String key, long sequence) {
    return new Message(
        new MessageId("users", key, sequence),
        USER_REGISTERED.id(),
        Instant.EPOCH,
        "correlation",
        null,
        0,
        null,
        sequence - 1,
        Json.tree(new UserRegistered(key, "a@example.org", "A", Instant.EPOCH)));
  }
}
