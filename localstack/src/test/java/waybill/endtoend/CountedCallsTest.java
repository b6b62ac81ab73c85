package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/**
 * What one registration costs from the request to the cleared outbox, when nothing shares a batch
 * with it: the README's prices stand on these counts.
 */
class CountedCallsTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @Test
  void aRegistration_costsTheCallsThatTheReadmeCounts() throws IOException {
    var user = spine.register("counted@example.com");
    spine.awaitHandled(user.messageId());
    spine.awaitNothingUnsent("UsersTable");

    Map<String, Long> calls = callsOfFunctions();
    long reads = count(calls, "dynamodb:GetItem");
    long writes = count(calls, "dynamodb:UpdateItem") + count(calls, "dynamodb:TransactWriteItems");
    long sends = count(calls, "sqs:SendMessageBatch");

    String counted = "%d reads, %d writes and %d sends".formatted(reads, writes, sends);
    assertThat(Files.readString(Path.of("..", "README.md")).contains(counted)).as(counted).isTrue();
  }

  private static long count(Map<String, Long> calls, String action) {
    return calls.getOrDefault(action, 0L);
  }

  /** What triggers do is the same for one message as for a full batch, and Lambda's to pay. */
  private static Map<String, Long> callsOfFunctions() {
    Map<String, Long> calls = new TreeMap<>();
    for (var caller : running.machine().traffic().snapshot().entrySet()) {
      if (caller.getKey().endsWith("(triggers)")) continue;
      if (caller.getKey().contains("ExchangeApi")) continue; // this test, which looks and waits
      caller.getValue().forEach((action, count) -> calls.merge(action, count, Long::sum));
    }
    return calls;
  }
}
