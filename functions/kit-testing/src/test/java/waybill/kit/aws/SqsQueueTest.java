package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.testing.QueueContract;

class SqsQueueTest implements QueueContract {
  private static final SqsClient SQS = new Aws(Emulators.env("QUEUE", "none")).sqs();

  private final String url = created("users-out-" + UUID.randomUUID() + ".fifo");
  private final Queue queue = new Aws(Emulators.env("QUEUE", url)).queue("QUEUE");

  @Override
  public Queue queue() {
    return queue;
  }

  @Override
  public List<String> received() {
    List<String> bodies = new ArrayList<>();
    for (List<Message> batch = receive(); !batch.isEmpty(); batch = receive())
      for (Message message : batch) {
        bodies.add(message.body());
        SQS.deleteMessage(done -> done.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    return bodies;
  }

  @Test
  void aMessagesTrace_isWhereXRayLooksForIt() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    queue.send(
        List.of(
            new Parcel("g", "traced", "{\"traceparent\":\"" + trace + "\",\"data\":{}}"),
            new Parcel("g", "plain", "{\"traceparent\":\"00-zz\"}")));

    assertThat(receive())
        .extracting(
            message -> message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER))
        .containsExactly(
            "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1", null);
  }

  private List<Message> receive() {
    return SQS.receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static String created(String name) {
    return SQS.createQueue(
            create ->
                create
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.FIFO_QUEUE, "true",
                            QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
                            QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId")))
        .queueUrl();
  }
}
