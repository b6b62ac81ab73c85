package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;
import static waybill.kit.aws.StubDynamoDb.because;
import static waybill.kit.aws.StubDynamoDb.canceled;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import waybill.kit.commit.Change;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Write;
import waybill.kit.testing.NoBooks;
import waybill.kit.testing.Putting;

/** What DynamoDB answers under contention, which DynamoDB Local never does. */
@NoBooks("what one request becomes in the SDK's hands")
class CommittingTest {
  private static final Write SINGLE = new Write("c1", List.of(Putting.at("one").put()));
  private static final Write DOUBLE =
      new Write("c1", List.of(Putting.at("one").put(), Putting.at("two").put()));

  private final StubDynamoDb dynamo = new StubDynamoDb();
  private int pauses;

  private boolean write(Write write) {
    return new DynamoDbTable(dynamo, "users", tries -> pauses++).write(write);
  }

  @Test
  void row4_aTransactionConflict_isTriedAgain() {
    dynamo.failing(canceled(because("None"), because("TransactionConflict")));

    assertThat(write(DOUBLE)).isTrue();
    assertThat(dynamo.requests).hasSize(2);
    assertThat(pauses).isEqualTo(1);
  }

  @Test
  void row3_theSecondTry_isTheVeryFirstRequest() {
    dynamo.failing(canceled(because("TransactionConflict"), because("None")));

    write(DOUBLE);

    assertThat(dynamo.requests.get(1)).isEqualTo(dynamo.requests.get(0));
    assertThat(((TransactWriteItemsRequest) dynamo.requests.get(0)).clientRequestToken())
        .isEqualTo("c1");
  }

  @Test
  void row35_aTransactionThatMeetsOthersAgain_isDecidedAgain() {
    dynamo.failing(
        canceled(because("None"), because("TransactionConflict")),
        canceled(because("TransactionConflict"), because("TransactionConflict")));

    assertThat(write(DOUBLE)).isFalse();
    assertThat(dynamo.requests).hasSize(2);
  }

  @Test
  void row4_aConflictAmongThrottles_isNotTakenForSeveral() {
    dynamo.failing(
        canceled(because("ThrottlingError"), because("None")),
        canceled(because("TransactionConflict"), because("None")),
        canceled(because("ThrottlingError"), because("None")));

    assertThat(write(DOUBLE)).isTrue();
    assertThat(dynamo.requests).hasSize(4);
  }

  @Test
  void row4_aSingleWriteInConflictWithATransaction_isTriedAgain() {
    dynamo.failing(TransactionConflictException.builder().build());

    assertThat(write(SINGLE)).isTrue();
    assertThat(dynamo.requests).hasSize(2);
  }

  @Test
  void row4_throttlingInATransaction_isTriedAgain() {
    dynamo.failing(canceled(because("ThrottlingError"), because("None")));

    assertThat(write(DOUBLE)).isTrue();
  }

  @Test
  void row4_aFailedConditionBesideAConflict_isDecidedAgain() {
    dynamo.failing(canceled(because("ConditionalCheckFailed"), because("TransactionConflict")));

    assertThat(write(DOUBLE)).isFalse();
    assertThat(dynamo.requests).hasSize(1);
  }

  @Test
  void row4_aFailedConditionOfOurOwnCommit_isASuccess() {
    dynamo.failing(
        canceled(
            because("ConditionalCheckFailed", Map.of("commit", text("c1"))),
            because("TransactionConflict")));

    assertThat(write(DOUBLE)).isTrue();
  }

  @Test
  void aFailedConditionOfAnotherCommit_isAConflict() {
    dynamo.failing(
        canceled(because("ConditionalCheckFailed", Map.of("commit", text("c2"))), because("None")));

    assertThat(write(DOUBLE)).isFalse();
  }

  @Test
  void row59_whatIsThrottledAgainAndAgain_isUnavailable() {
    dynamo.failing(throttled(100));

    assertThatThrownBy(() -> write(SINGLE)).isInstanceOf(Unavailable.class);
    assertThat(dynamo.requests).hasSize(8);
    assertThat(pauses).isEqualTo(7);
  }

  @Test
  void row59_whatIsThrottledForAWhile_isWritten() {
    dynamo.failing(throttled(7));

    assertThat(write(SINGLE)).isTrue();
  }

  @Test
  void aTransactionThatCannotBeRight_isNotTriedAgain() {
    dynamo.failing(canceled(because("ValidationError"), because("None")));

    assertThatThrownBy(() -> write(DOUBLE)).isInstanceOf(TransactionCanceledException.class);
    assertThat(dynamo.requests).hasSize(1);
  }

  @Test
  void aRemoveInConflict_isDecidedAgain() {
    dynamo.failing(ConditionalCheckFailedException.builder().build());

    assertThat(write(new Write("c1", List.of(new Change.Remove(Key.ofEntity("one"), 1)))))
        .isFalse();
  }

  /** A global index follows its table some time later. */
  @Test
  void whatIsDueOnlyInTheIndex_isNotDue() {
    Instant now = Instant.parse("2026-01-01T12:00:00Z");
    Map<String, AttributeValue> key = Map.of("pk", text("one"), "sk", text("item"));
    dynamo.lagging(
        key,
        Map.of(
            "pk", text("one"),
            "sk", text("item"),
            "due_at", number(now.plusSeconds(60).toEpochMilli())));

    assertThat(new DynamoDbTable(dynamo, "users", tries -> {}).due(now)).isEmpty();
  }

  private static RuntimeException[] throttled(int times) {
    return Stream.generate(() -> ThrottlingException.builder().build())
        .limit(times)
        .toArray(RuntimeException[]::new);
  }
}
