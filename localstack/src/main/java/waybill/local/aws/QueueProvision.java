package waybill.local.aws;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import waybill.local.template.Ground;
import waybill.local.template.Queue;

/** Makes the queues of a template, and brings those that are there to its attributes. */
public final class QueueProvision {
  private static final String REDRIVE = "RedrivePolicy";

  /** What SetQueueAttributes may change. */
  private static final List<String> CHANGEABLE =
      List.of("VisibilityTimeout", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", REDRIVE);

  private QueueProvision() {}

  /**
   * Answers where they are: the url of each without its name. Whoever makes a queue is told its url
   * and, on asking, its ARN; in both an emulator may name a host, a region and an account of its
   * own.
   */
  public static String create(SqsClient sqs, List<Queue> queues) {
    var place = "";
    var arns = "";
    for (var queue : deadLettersFirst(queues)) {
      var url = createOne(sqs, queue, arns);
      if (place.isEmpty()) {
        place = url.substring(0, url.lastIndexOf('/'));
        arns = arn(sqs, url).replace(queue.name(), "");
      }
    }
    return place;
  }

  private static List<Queue> deadLettersFirst(List<Queue> queues) {
    return queues.stream()
        .sorted(Comparator.comparing(queue -> queue.attributes().containsKey(REDRIVE)))
        .toList();
  }

  private static String arn(SqsClient sqs, String url) {
    var attributes =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributesAsStrings();
    return attributes.getOrDefault("QueueArn", Ground.arn("sqs", ""));
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

  private static String createOne(SqsClient sqs, Queue queue, String arns) {
    var attributes = attributes(queue, arns);
    try {
      return sqs.createQueue(
              request -> request.queueName(queue.name()).attributesWithStrings(attributes))
          .queueUrl();
    } catch (QueueNameExistsException e) {
      var url = sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
      var changed = new HashMap<>(attributes);
      changed.keySet().retainAll(CHANGEABLE);
      sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(changed));
      return url;
    }
  }

  private static Map<String, String> attributes(Queue queue, String arns) {
    var attributes = new HashMap<>(queue.attributes());
    if (!arns.isEmpty())
      attributes.computeIfPresent(
          REDRIVE, (name, policy) -> policy.replace(Ground.arn("sqs", ""), arns));
    return attributes;
  }
}
