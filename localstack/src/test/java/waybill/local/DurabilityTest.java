package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static waybill.local.ToyClients.item;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a folder keeps over a restart. */
class DurabilityTest {
  @RegisterExtension
  static final RunningMachine running = RunningMachine.of(ToyTemplate.file()).keepingData();

  @Test
  void rowsMessagesCheckpointsKeysAndClientsOutliveTheMachine() {
    List<String> seen = new CopyOnWriteArrayList<>();
    Toy.does(
        "Watcher",
        call -> {
          seen.add(call.event());
          return "{}";
        });
    var token = running.machine().token("billing");
    put("before");
    int waiting = messages();
    send("waiting");
    await().until(() -> seen.size() == 1);

    running.restart();

    assertThat(running.get("/me", token).statusCode()).isEqualTo(200);
    var table = running.machine().stack().table("Things").name();
    var row = running.machine().dynamodb().getItem(r -> r.tableName(table).key(item("before")));
    assertThat(row.hasItem()).isTrue();
    assertThat(messages()).isEqualTo(waiting + 1);
    put("after");
    await().until(() -> seen.size() == 2);
    assertThat(seen.get(1)).contains("\"after\"").doesNotContain("\"before\"");
  }

  @Test
  void queuesRestartedByThemselvesKeepTheirMessages() {
    int waiting = messages();
    send("kept");
    running.machine().restartQueues();
    assertThat(messages()).isEqualTo(waiting + 1);
  }

  @Test
  void folderInUseIsRefused() {
    var second = Settings.of(ToyTemplate.file()).withData(running.data());
    assertThatThrownBy(() -> Machine.start(second))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("is in use by another stack");
  }

  private static void put(String pk) {
    var table = running.machine().stack().table("Things").name();
    running.machine().dynamodb().putItem(r -> r.tableName(table).item(item(pk, "watched", "yes")));
  }

  private static void send(String body) {
    var url = running.machine().stack().queue("Lost").url();
    running.machine().sqs().sendMessage(r -> r.queueUrl(url).messageBody(body));
  }

  private static int messages() {
    var url = running.machine().stack().queue("Lost").url();
    return Integer.parseInt(
        running
            .machine()
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributesAsStrings()
            .getOrDefault("ApproximateNumberOfMessages", ""));
  }
}
