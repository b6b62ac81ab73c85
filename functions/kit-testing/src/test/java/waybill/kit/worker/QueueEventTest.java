package waybill.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.testing.Given;
import waybill.kit.testing.NoBooks;

@NoBooks("what is answered to Lambda")
class QueueEventTest {
  private final List<String> worked = new ArrayList<>();

  @Test
  void aBatchThatWorked_hasNoFailures() {
    assertThat(failuresOf(event("g1", "g2"), Set.of())).isEmpty();
    assertThat(worked).containsExactly("g1", "g2");
  }

  @Test
  void row30_behindAFailure_itsGroupComesAgainInOrder() {
    assertThat(failuresOf(event("g1", "g2", "g3"), Set.of("g2"))).containsExactly("g2", "g3");
    assertThat(worked).containsExactly("g1", "g2");
  }

  @Test
  void row21_otherGroups_areWorkedAllTheSame() {
    assertThat(failuresOf(event("g1", "h1", "g2", "h2"), Set.of("g1"))).containsExactly("g1", "g2");
    assertThat(worked).containsExactly("g1", "h1", "h2");
  }

  @Test
  void anEventWithoutRecords_isAnEmptyBatch() {
    QueueEvent empty = QueueEvent.of(Json.parse("{}"));

    assertThat(failuresOf(empty, Set.of())).isEmpty();
  }

  @Test
  void aRecordWithoutAGroup_isWorkedUnderNone() {
    QueueEvent bare =
        QueueEvent.of(Json.parse("{\"Records\":[{\"messageId\":\"m\",\"body\":\"b\"}]}"));

    assertThat(failuresOf(bare, Set.of())).isEmpty();
    assertThat(worked).containsExactly("b");
  }

  @Test
  void aRecord_tellsHowOftenItWasReceived() {
    QueueEvent again =
        QueueEvent.of(
            Json.parse(
                """
                {"Records":[{"messageId":"m","body":"b",
                 "attributes":{"ApproximateReceiveCount":"3"}}]}"""));

    assertThat(again.entries()).extracting(QueueEvent.Entry::receives).containsExactly(3);
    assertThat(event("g1").entries()).extracting(QueueEvent.Entry::receives).containsExactly(1);
  }

  @Test
  void aBatch_isOfOneQueue() {
    assertThat(event("g1").isFrom("arn:aws:sqs:x:1:users-in.fifo")).isTrue();
    assertThat(event("g1").isFrom("arn:aws:sqs:x:1:users-in-dead.fifo")).isFalse();
    assertThat(QueueEvent.of(Json.parse("{}")).isFrom("")).isFalse();
  }

  /** Failures and successes are the whole batch: nothing is deleted that was not worked. */
  @Test
  void row30_whatWasNotWorked_isAFailure() {
    List<String> failures = failuresOf(event("g1", "h1", "g2", "h2", "g3"), Set.of("g2"));

    assertThat(failures).doesNotHaveDuplicates().containsExactly("g2", "g3");
    assertThat(worked).containsExactly("g1", "h1", "g2", "h2");
  }

  @Test
  void aRecord_tellsWhichQueueItCameFrom() {
    assertThat(event("g1").entries())
        .containsExactly(new QueueEvent.Entry("g1", "arn:aws:sqs:x:1:users-in.fifo", "g", "g1"));
  }

  private List<String> failuresOf(QueueEvent event, Set<String> failing) {
    Map<String, Object> answer =
        event.each(
            entry -> {
              worked.add(entry.body());
              if (failing.contains(entry.body())) throw new IllegalStateException("cannot");
            },
            Given.silence());
    List<String> ids = new ArrayList<>();
    Json.tree(answer)
        .path("batchItemFailures")
        .forEach(failure -> ids.add(failure.path("itemIdentifier").asText()));
    assertThat(answer).containsOnlyKeys("batchItemFailures");
    return ids;
  }

  /** The group is the first letter. */
  private static QueueEvent event(String... bodies) {
    StringBuilder records = new StringBuilder();
    for (String body : bodies)
      records
          .append(records.isEmpty() ? "" : ",")
          .append(
              """
              {"messageId":"%s","body":"%s","eventSource":"aws:sqs",
               "eventSourceARN":"arn:aws:sqs:x:1:users-in.fifo",
               "attributes":{"MessageGroupId":"%s"}}"""
                  .formatted(body, body, body.substring(0, 1)));
    return QueueEvent.of(Json.parse("{\"Records\":[" + records + "]}"));
  }
}
