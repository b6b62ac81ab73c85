package waybill.bench.up;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waybill.local.aws.Clients;
import waybill.local.aws.Emulators;

/** The two emulators alone: put, send, receive and delete, one call each for each message. */
public final class Floor implements AutoCloseable {
  private static final String TABLE = "floor";
  private static final AttributeDefinition KEY_IS_TEXT =
      AttributeDefinition.builder()
          .attributeName("pk")
          .attributeType(ScalarAttributeType.S)
          .build();
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build();
  private static final String KILOBYTE = "x".repeat(1024);

  private final Emulators emulators = Emulators.start(null);
  private final DynamoDbClient dynamo = Clients.ADMIN.dynamodb(emulators.backend().dynamodb());
  private final SqsClient sqs = Clients.ADMIN.sqs(emulators.backend().sqs());
  private final String url;

  public Floor() {
    dynamo.createTable(
        table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(KEY_IS_TEXT))
                .keySchema(List.of(KEY)));
    url =
        sqs.createQueue(
                queue ->
                    queue
                        .queueName("floor.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
  }

  public void put() {
    put(UUID.randomUUID().toString());
  }

  private void put(String id) {
    var item = Map.of("pk", AttributeValue.fromS(id), "doc", AttributeValue.fromS(KILOBYTE));
    dynamo.putItem(put -> put.tableName(TABLE).item(item));
  }

  void pass() {
    String id = UUID.randomUUID().toString();
    put(id);
    sqs.sendMessage(
        send ->
            send.queueUrl(url).messageBody(KILOBYTE).messageGroupId(id).messageDeduplicationId(id));
    List<Message> got = sqs.receiveMessage(receive -> receive.queueUrl(url)).messages();
    for (Message one : got)
      sqs.deleteMessage(gone -> gone.queueUrl(url).receiptHandle(one.receiptHandle()));
  }

  @Override
  public void close() {
    emulators.close();
  }
}
