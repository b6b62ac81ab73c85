package waybill.kit.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.QueueGone;

/**
 * An SQS queue, FIFO by its name or not. A batch may be answered with 200 and hold refused entries
 * all the same.
 */
public final class SqsQueue implements Queue {
  private static final MessageSystemAttributeNameForSends TRACE =
      MessageSystemAttributeNameForSends.AWS_TRACE_HEADER;
  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs;
  private final String url;

  public SqsQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public Set<Integer> send(List<Parcel> parcels) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, parcels.size()).mapToObj(at -> entry(at, parcels.get(at))).toList();
    return asked(() -> sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries)))
        .failed()
        .stream()
        .map(failed -> Integer.valueOf(failed.id()))
        .collect(Collectors.toSet());
  }

  /** Approximately: neither visible, nor delayed, nor in somebody's hands. */
  public boolean isEmpty() {
    return asked(
            () -> sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(COUNTS)))
        .attributesAsStrings()
        .values()
        .stream()
        .allMatch("0"::equals);
  }

  /** Not there, not for us, or its key is not: each looks different, and means the same. */
  private static <T> T asked(Supplier<T> request) {
    try {
      return request.get();
    } catch (QueueDoesNotExistException e) {
      throw new QueueGone("the queue does not exist", e);
    } catch (SqsException e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      if (code.contains("AccessDenied") || code.contains("KMS") || code.startsWith("Kms"))
        throw new QueueGone("the queue does not admit us: " + code, e);
      throw e;
    }
  }

  /** A standard queue knows neither groups nor copies. */
  private SendMessageBatchRequestEntry entry(int at, Parcel parcel) {
    var entry =
        SendMessageBatchRequestEntry.builder().id(String.valueOf(at)).messageBody(parcel.body());
    if (url.endsWith(".fifo"))
      entry.messageGroupId(parcel.group()).messageDeduplicationId(parcel.deduplication());
    TraceHeader.of(parcel.body())
        .map(text -> MessageSystemAttributeValue.builder().dataType("String").stringValue(text))
        .ifPresent(trace -> entry.messageSystemAttributes(Map.of(TRACE, trace.build())));
    return entry.build();
  }
}
