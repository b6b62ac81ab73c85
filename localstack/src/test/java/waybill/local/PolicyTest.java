package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static waybill.local.ToyClients.item;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;
import waybill.local.aws.Clients;

/** What a role allows passes the gate, and nothing else does. */
@SuppressWarnings("unchecked") // the SDK's variable arguments
class PolicyTest {
  private static final ByteArrayOutputStream COMPLAINTS = new ByteArrayOutputStream();

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(
              ToyTemplate.file("sqs:ReceiveMessage, sqs:DeleteMessage", "sqs:DeleteMessage"))
          .with(
              settings ->
                  settings.withComplaints(
                      new PrintStream(COMPLAINTS, true, StandardCharsets.UTF_8)));

  private static ToyClients web = new ToyClients(Map.of());
  private static DynamoDbClient dynamodb;
  private static SqsClient sqs;

  @BeforeAll
  static void becomeTheWebFunction() {
    web = ToyClients.ofWeb(running);
    dynamodb = web.dynamodb();
    sqs = web.sqs();
  }

  @Test
  void environmentHoldsTheTemplatesVariablesAndTheWayToAws() {
    assertThat(web.environment().keySet())
        .isEqualTo(
            Set.of(
                "GREETING",
                "TABLE",
                "QUEUE",
                "AWS_REGION",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "AWS_ENDPOINT_URL_SQS",
                "AWS_ENDPOINT_URL_S3",
                "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                "AWS_LAMBDA_FUNCTION_NAME",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    assertThat(web.environment())
        .containsEntry("GREETING", "hello")
        .containsEntry("TABLE", "waybill-Things")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
  }

  @Test
  void allowedCallsPass() {
    dynamodb.putItem(r -> r.tableName(table()).item(item("1", "colour", "red")));
    assertThat(dynamodb.getItem(r -> r.tableName(table()).key(item("1"))).item()).hasSize(2);
    var found =
        dynamodb.query(
            r ->
                r.tableName(table())
                    .indexName("by_colour")
                    .keyConditionExpression("colour = :c")
                    .expressionAttributeValues(Map.of(":c", AttributeValue.fromS("red"))));
    assertThat(found.items()).isNotEmpty();
    sqs.sendMessage(
        r ->
            r.queueUrl(web.variable("QUEUE"))
                .messageBody("{}")
                .messageGroupId("g")
                .messageDeduplicationId("allowed"));
  }

  @Test
  void errorOfTheEmulatorComesThroughAsItIs() {
    dynamodb.putItem(r -> r.tableName(table()).item(item("there")));
    assertThatThrownBy(
            () ->
                dynamodb.putItem(
                    r ->
                        r.tableName(table())
                            .item(item("there"))
                            .conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void actionThatIsNotAllowedIsDeniedInAmazonsWords() {
    assertThatThrownBy(() -> dynamodb.deleteItem(r -> r.tableName(table()).key(item("1"))))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .startsWith(
                      "User: arn:aws:sts::000000000000:assumed-role/waybill-WebRole/waybill-Web is"
                          + " not authorized to perform: dynamodb:DeleteItem on resource:"
                          + " arn:aws:dynamodb:eu-central-1:000000000000:table/waybill-Things");
            });
  }

  @Test
  void aStatement_needsTheRightOfItsVerb_notThatOfTheSameCall() {
    for (var statement :
        List.of(
            "INSERT INTO \"" + table() + "\" VALUE {'pk': 'by statement'}",
            "UPDATE \"" + table() + "\" SET \"colour\" = 'blue' WHERE \"pk\" = '1'",
            "DELETE FROM \"" + table() + "\" WHERE \"pk\" = '1'",
            "SELECT * FROM \"" + table() + "\" WHERE \"pk\" = '1'",
            "select * from \"" + table() + "\" where \"pk\" = '1'")) {
      assertDenied(
          () -> dynamodb.batchExecuteStatement(r -> r.statements(s -> s.statement(statement))));
      assertDenied(() -> dynamodb.executeStatement(r -> r.statement(statement)));
    }
    assertThat(dynamodb.getItem(r -> r.tableName(table()).key(item("by statement"))).hasItem())
        .isFalse();
  }

  @Test
  void tableBesideItsIndexIsAnotherResource() {
    assertDenied(
        () ->
            dynamodb.query(
                r ->
                    r.tableName(table())
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("1")))));
  }

  @Test
  void transactionNeedsTheRightOfEachOfItsElements() {
    dynamodb.transactWriteItems(
        r -> r.transactItems(t -> t.put(p -> p.tableName(table()).item(item("t1")))));
    assertDenied(
        () ->
            dynamodb.transactWriteItems(
                r ->
                    r.transactItems(
                        t -> t.put(p -> p.tableName(table()).item(item("t2"))),
                        t -> t.delete(d -> d.tableName(table()).key(item("t1"))))));
    var key = Map.of("pk", AttributeValue.fromS("t2"));
    assertThat(dynamodb.getItem(r -> r.tableName(table()).key(key)).hasItem()).isFalse();
  }

  @Test
  void batchIsARightOfItsOwn() {
    assertDenied(
        () ->
            dynamodb.batchWriteItem(
                r ->
                    r.requestItems(
                        Map.of(
                            table(),
                            List.of(
                                software.amazon.awssdk.services.dynamodb.model.WriteRequest
                                    .builder()
                                    .putRequest(p -> p.item(item("b")))
                                    .build())))));
  }

  @Test
  void queueThatIsNotAllowedIsDenied() {
    var other = running.machine().stack().queue("Jobs").url();
    assertThatThrownBy(() -> sqs.sendMessage(r -> r.queueUrl(other).messageBody("{}")))
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            });
  }

  @Test
  void sendingABatchNeedsTheRightToSend() {
    var answer =
        sqs.sendMessageBatch(
            r ->
                r.queueUrl(web.variable("QUEUE"))
                    .entries(
                        e ->
                            e.id("1")
                                .messageBody("{}")
                                .messageGroupId("g")
                                .messageDeduplicationId("batch")));
    assertThat(answer.successful()).hasSize(1);
  }

  @Test
  void unknownKeyIsNotRecognized() {
    var stranger =
        new Clients("nobody", "nothing")
            .dynamodb(URI.create(running.machine().endpoint().toString()));
    assertThatThrownBy(() -> stranger.getItem(r -> r.tableName(table()).key(item("1"))))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException"));
  }

  @Test
  void triggerHasNoMoreRightsThanItsFunction() {
    await()
        .untilAsserted(
            () ->
                assertThat(COMPLAINTS.toString(StandardCharsets.UTF_8))
                    .contains("Worker.Events.Jobs: AccessDeniedException")
                    .contains("sqs:ReceiveMessage"));
  }

  @Test
  void callsAreCounted() {
    dynamodb.getItem(r -> r.tableName(table()).key(item("1")));
    assertThat(running.machine().traffic().count("Web", "dynamodb:GetItem")).isPositive();
  }

  private static void assertDenied(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  private static String table() {
    return web.variable("TABLE");
  }
}
