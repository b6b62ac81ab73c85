package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What an SQS event source does with messages. */
@SuppressWarnings("unchecked") // the SDK's variable arguments
class QueueTriggerTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  private static final List<SQSMessage> HEARD = new CopyOnWriteArrayList<>();

  @BeforeEach
  void workerRemembersWhatItHears() {
    HEARD.clear();
    Toy.does("Worker", call -> report(call, List.of()));
  }

  @AfterEach
  void nothingIsLeft() {
    Toy.forget();
    running.machine().purge("Jobs");
    running.machine().purge("JobsDead");
    running.machine().purge("Lines");
  }

  @Test
  void messageIsHandedOverAsAmazonsOwnClassReadsIt() {
    running
        .machine()
        .sqs()
        .sendMessage(
            r ->
                r.queueUrl(url("Lines"))
                    .messageBody("first")
                    .messageGroupId("group")
                    .messageDeduplicationId("once")
                    .messageAttributes(
                        Map.of(
                            "colour",
                            MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("red")
                                .build())));
    await().until(() -> HEARD.size() == 1);
    var message = HEARD.get(0);
    assertThat(message.getBody()).isEqualTo("first");
    assertThat(message.getMessageId()).isNotEmpty();
    assertThat(message.getReceiptHandle()).isNotEmpty();
    assertThat(message.getMd5OfBody()).isEqualTo("8b04d5e3775d298e78455efc5ca404d5");
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getEventSourceArn())
        .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:waybill-lines.fifo");
    assertThat(message.getAwsRegion()).isEqualTo("eu-central-1");
    assertThat(message.getAttributes())
        .containsEntry("MessageGroupId", "group")
        .containsEntry("MessageDeduplicationId", "once")
        .containsEntry("ApproximateReceiveCount", "1")
        .containsKeys("SentTimestamp", "SequenceNumber");
    assertThat(message.getMessageAttributes())
        .hasEntrySatisfying("colour", it -> assertThat(it.getStringValue()).isEqualTo("red"));
  }

  @Test
  void messageThatWasHandledIsDeleted() {
    send("Jobs", "done");
    await().until(() -> HEARD.size() == 1);
    await().untilAsserted(() -> assertThat(waiting("Jobs")).isZero());
  }

  @Test
  void onlyReportedMessagesComeBack_untilTheRedriveCountOfTheTemplate() {
    Toy.does("Worker", call -> report(call, List.of("bad")));
    running
        .machine()
        .sqs()
        .sendMessageBatch(
            r ->
                r.queueUrl(url("Jobs"))
                    .entries(
                        e -> e.id("1").messageBody("good"), e -> e.id("2").messageBody("bad")));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(waiting("JobsDead")).isEqualTo(1));
    assertThat(heard("bad")).isEqualTo(3);
    assertThat(heard("good")).isEqualTo(1);
    assertThat(HEARD.stream().map(m -> m.getAttributes().get("ApproximateReceiveCount")))
        .contains("1", "2", "3");
  }

  @Test
  void errorOfTheFunctionFailsTheWholeBatch() {
    Toy.does(
        "Worker",
        call -> {
          report(call, List.of());
          if (HEARD.size() == 1) throw new IllegalStateException("broken");
          return "{}";
        });
    send("Jobs", "again");
    await().atMost(Duration.ofSeconds(10)).until(() -> heard("again") == 2);
  }

  @Test
  void unknownIdInTheReportFailsTheWholeBatch() {
    Toy.does(
        "Worker",
        call -> {
          report(call, List.of());
          return HEARD.size() == 1 ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"?\"}]}" : "{}";
        });
    send("Jobs", "again");
    await().atMost(Duration.ofSeconds(10)).until(() -> heard("again") == 2);
  }

  @Test
  void messageThatTheFilterDoesNotMatchIsDeletedUnseen() {
    send("Jobs", "{\"kind\":\"noise\"}");
    send("Jobs", "{\"kind\":\"signal\"}");
    await().until(() -> HEARD.size() == 1);
    await().untilAsserted(() -> assertThat(waiting("Jobs")).isZero());
    assertThat(HEARD.get(0).getBody()).contains("signal");
  }

  @Test
  void scheduleHandsOverItsInput() {
    var events = Toy.notes("Worker");
    running.machine().fire("Worker", "Minute");
    assertThat(events).containsExactly("{\"toy\":\"minute\"}");
  }

  private static String report(Toy.Call call, List<String> bad) {
    var event =
        LambdaEventSerializers.serializerFor(
                SQSEvent.class, QueueTriggerTest.class.getClassLoader())
            .fromJson(call.event());
    HEARD.addAll(event.getRecords());
    return event.getRecords().stream()
        .filter(message -> bad.contains(message.getBody()))
        .map(message -> "{\"itemIdentifier\":\"" + message.getMessageId() + "\"}")
        .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
  }

  private static long heard(String body) {
    return HEARD.stream().filter(message -> message.getBody().equals(body)).count();
  }

  private static String url(String queue) {
    return running.machine().stack().queue(queue).url();
  }

  private static void send(String queue, String body) {
    running.machine().sqs().sendMessage(r -> r.queueUrl(url(queue)).messageBody(body));
  }

  private static int waiting(String queue) {
    var attributes =
        running
            .machine()
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }
}
