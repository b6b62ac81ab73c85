package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waybill.local.RunningMachine;

/** A service that joined at run time pulls, or reads a queue of its own. */
class SubscriptionsTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();
  private static Depot depot;

  @BeforeAll
  static void register() {
    depot = Depot.registeredAt(running);
  }

  @AfterAll
  static void booksBalance() {
    new Spine(running).booksBalance();
  }

  @Test
  void pull_andReceipt_areTheLifeOfAMessage() {
    depot.joins("pulls", "{\"kind\":\"pull\"}");
    String id = depot.says("pulled", "p1");
    depot.awaitState(id, "pulls", "in_flight");

    JsonNode lent = depot.pull("pulls").path(0);
    assertThat(lent.at("/message/id").asText()).isEqualTo(id);
    assertThat(lent.at("/message/data/parcel").asText()).isEqualTo("p1");
    String lease = ",\"lease\":\"" + lent.path("lease").asText() + "\"";
    assertThat(depot.handled("pulls", id, lease)).isEqualTo("noted");

    depot.awaitState(id, "pulls", "handled");
  }

  @Test
  void row14_aQueueOfItsOwn_isFilled_andOneThatIsNotThereIsRefused() {
    SqsClient sqs = running.machine().sqs();
    String url =
        sqs.createQueue(
                request ->
                    request
                        .queueName(queueName("depot.fifo"))
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    assertThat(depot.put("queued", queue(url.replace("depot", "nobody"))).statusCode())
        .isEqualTo(422);
    depot.joins("queued", queue(url));
    String id = depot.says("queued", "p2");

    Message received = received(sqs, url);
    assertThat(Spine.read(received.body()).path("id").asText()).isEqualTo(id);
    assertThat(depot.handled("queued", id, "")).isEqualTo("noted");
    depot.awaitState(id, "queued", "handled");
  }

  @Test
  void aStandardQueue_isFilledToo() {
    SqsClient sqs = running.machine().sqs();
    String url = sqs.createQueue(request -> request.queueName(queueName("standard"))).queueUrl();
    depot.joins("standard", queue(url));
    String id = depot.says("standard", "p3");

    assertThat(Spine.read(received(sqs, url).body()).path("id").asText()).isEqualTo(id);
  }

  /** Where several machines share their queues, each has names of its own. */
  private static String queueName(String end) {
    return "waybill-sub-" + running.stackName() + "-" + end;
  }

  private static String queue(String url) {
    return "{\"kind\":\"queue\",\"url\":\"" + url + "\"}";
  }

  private static Message received(SqsClient sqs, String url) {
    return await("a message in " + url)
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(1)).messages(),
            messages -> !messages.isEmpty())
        .get(0);
  }
}
