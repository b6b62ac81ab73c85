package waybill.local.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import waybill.local.template.Queue;

/** Makes the queues of a template, and brings those that are there to its attributes. */
public final class QueueProvision {
  /** What SetQueueAttributes may change. */
  private static final List<String> CHANGEABLE =
      List.of(
          "VisibilityTimeout", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy");

  private QueueProvision() {}

  public static void create(SqsClient sqs, List<Queue> queues) {
    queues.stream()
        .sorted(Comparator.comparing(queue -> queue.attributes().containsKey("RedrivePolicy")))
        .forEach(queue -> createOne(sqs, queue));
  }

  /**
   * Purging alone would bring stored messages back after a restart: ElasticMQ keeps them on disk.
   */
  public static void empty(SqsClient sqs, String url) {
    while (true) {
      var messages =
          sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) break;
      for (var message : messages) {
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    sqs.purgeQueue(request -> request.queueUrl(url));
  }

  private static void createOne(SqsClient sqs, Queue queue) {
    try {
      sqs.createQueue(
          request -> request.queueName(queue.name()).attributesWithStrings(queue.attributes()));
    } catch (QueueNameExistsException e) {
      var url = sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
      sqs.setQueueAttributes(
          request -> request.queueUrl(url).attributesWithStrings(changeable(queue)));
    }
  }

  private static Map<String, String> changeable(Queue queue) {
    return queue.attributes().entrySet().stream()
        .filter(attribute -> CHANGEABLE.contains(attribute.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
