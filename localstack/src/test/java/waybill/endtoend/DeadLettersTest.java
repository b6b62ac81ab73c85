package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.local.RunningMachine;

/** What lies in a dead-letter queue wakes the service that it was meant for. */
class DeadLettersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension
  static final RunningMachine running = RunningMachine.of(RunningMachine.repositoryTemplate());

  private final Spine spine = new Spine(running);

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void row29_aMessageThatNobodyRan_isRunAfterAll() {
    dies(
        new Message(
                new MessageId("users", "u-dead", 1),
                ContractId.parse("users.user-registered/1"),
                Instant.EPOCH,
                "correlation",
                null,
                0,
                null,
                0L,
                Json.parse(
                    """
                    {"user_id":"u-dead","email":"dead@example.com","name":"Ada",
                     "registered_at":"2026-01-01T00:00:00.000Z"}"""))
            .toJson());

    await("the customer")
        .atMost(PATIENCE)
        .until(() -> spine.customers("u-dead"), found -> found.size() == 1);
    assertThat(spine.docs("OrdersTable", "parked")).isEmpty();
  }

  @Test
  void row34_aBodyThatNobodyReads_isKept() {
    dies("no JSON");

    List<JsonNode> kept =
        await("the row")
            .atMost(PATIENCE)
            .until(() -> spine.docs("OrdersTable", "unreadable"), found -> found.size() == 1);
    assertThat(kept.get(0).path("text").asText()).isEqualTo("no JSON");
  }

  private static void dies(String body) {
    String url = running.machine().stack().queue("OrdersInDead").url();
    running
        .machine()
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(url)
                    .messageBody(body)
                    .messageGroupId("g")
                    .messageDeduplicationId(String.valueOf(body.hashCode())));
  }
}
