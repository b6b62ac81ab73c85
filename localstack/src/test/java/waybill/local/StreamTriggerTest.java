package waybill.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static waybill.local.ToyClients.item;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a DynamoDB stream event source does with records. */
@SuppressWarnings("unchecked") // the SDK's variable arguments
class StreamTriggerTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  private static final List<DynamodbStreamRecord> SEEN = new CopyOnWriteArrayList<>();

  @BeforeEach
  void watcherRemembersWhatItSees() {
    SEEN.clear();
    Toy.does(
        "Watcher",
        call -> {
          SEEN.addAll(records(call));
          return "{}";
        });
  }

  @Test
  void recordIsHandedOverAsAmazonsOwnClassReadsIt() {
    put("shape", "watched", "yes");
    await().until(() -> SEEN.size() == 1);
    var seen = SEEN.get(0);
    assertThat(seen.getEventName()).isEqualTo("INSERT");
    assertThat(seen.getEventSource()).isEqualTo("aws:dynamodb");
    assertThat(seen.getAwsRegion()).isEqualTo("eu-central-1");
    assertThat(seen.getEventSourceARN())
        .startsWith("arn:aws:dynamodb:eu-central-1:000000000000:table/waybill-Things/stream/20");
    assertThat(pk(seen)).isEqualTo("shape");
    assertThat(seen.getDynamodb().getNewImage())
        .hasEntrySatisfying("watched", it -> assertThat(it.getS()).isEqualTo("yes"));
    assertThat(seen.getDynamodb().getSequenceNumber()).isNotEmpty();
    assertThat(seen.getDynamodb().getStreamViewType()).isEqualTo("NEW_IMAGE");
    assertThat(seen.getDynamodb().getApproximateCreationDateTime()).isNotNull();
  }

  @Test
  void onlyWhatTheFilterMatchesIsHandedOver_inOrder() {
    put("f1", "watched", "yes");
    put("f2", "watched", "no");
    put("f3", "colour", "red");
    put("f4", "watched", "yes");
    await().until(() -> SEEN.size() == 2);
    assertThat(SEEN).extracting(StreamTriggerTest::pk).containsExactly("f1", "f4");
  }

  @Test
  void poisonedRecordIsIsolatedAndGivenUp_theOthersAreDone() throws Exception {
    failOn(record -> pk(record).equals("poison"));
    for (var pk : List.of("p1", "p2", "poison", "p3")) put(pk, "watched", "yes");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(SEEN).extracting(StreamTriggerTest::pk).contains("p1", "p2", "p3"));
    var document = new ObjectMapper().readTree(lost());
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(document.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
    assertThat(document.at("/DDBStreamBatchInfo/streamArn").asText()).contains("/stream/");
    assertThat(document.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
        .isEqualTo(document.at("/DDBStreamBatchInfo/endSequenceNumber").asText());
  }

  @Test
  void partialReportGoesOnAtTheLowestFailedRecord() {
    var batches = new CopyOnWriteArrayList<List<String>>();
    Toy.does(
        "Watcher",
        call -> {
          var records = records(call);
          batches.add(records.stream().map(StreamTriggerTest::pk).toList());
          SEEN.addAll(records);
          if (batches.size() > 1) return "{}";
          var last = records.get(records.size() - 1).getDynamodb().getSequenceNumber();
          return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + last + "\"}]}";
        });
    running
        .machine()
        .dynamodb()
        .transactWriteItems(
            r ->
                r.transactItems(
                    t -> t.put(p -> p.tableName(table()).item(item("a", "watched", "yes"))),
                    t -> t.put(p -> p.tableName(table()).item(item("b", "watched", "yes")))));
    await().until(() -> batches.size() >= 2);
    var first = batches.get(0);
    assertThat(batches.get(1)).first().isEqualTo(first.get(first.size() - 1));
  }

  @Test
  void failingFunctionIsTriedAgain() {
    var attempts = new CopyOnWriteArrayList<String>();
    Toy.does(
        "Watcher",
        call -> {
          attempts.add(call.event());
          if (attempts.size() < 3) throw new IllegalStateException("not yet");
          SEEN.addAll(records(call));
          return "{}";
        });
    put("retried", "watched", "yes");
    await().until(() -> SEEN.size() == 1);
    assertThat(attempts).hasSize(3);
  }

  private static void failOn(Predicate<DynamodbStreamRecord> poison) {
    Toy.does(
        "Watcher",
        call -> {
          var records = records(call);
          if (records.stream().anyMatch(poison)) throw new IllegalStateException("poisoned");
          SEEN.addAll(records);
          return "{}";
        });
  }

  private static String lost() {
    var url = running.machine().stack().queue("Lost").url();
    return running
        .machine()
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(10))
        .messages()
        .get(0)
        .body();
  }

  private static List<DynamodbStreamRecord> records(Toy.Call call) {
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, StreamTriggerTest.class.getClassLoader())
        .fromJson(call.event())
        .getRecords();
  }

  private static String pk(DynamodbStreamRecord record) {
    return requireNonNull(record.getDynamodb().getKeys().get("pk")).getS();
  }

  private static String table() {
    return running.machine().stack().table("Things").name();
  }

  private static void put(String pk, String name, String value) {
    running.machine().dynamodb().putItem(r -> r.tableName(table()).item(item(pk, name, value)));
  }
}
