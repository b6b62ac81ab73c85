package waybill.kit.aws;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** An SQS FIFO queue. A batch may be answered with 200 and hold refused entries all the same. */
public final class SqsQueue implements Queue {
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
    return sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries)).failed().stream()
        .map(failed -> Integer.valueOf(failed.id()))
        .collect(Collectors.toSet());
  }

  /** Approximately: neither visible, nor delayed, nor in somebody's hands. */
  public boolean isEmpty() {
    return sqs
        .getQueueAttributes(request -> request.queueUrl(url).attributeNames(COUNTS))
        .attributesAsStrings()
        .values()
        .stream()
        .allMatch("0"::equals);
  }

  private static SendMessageBatchRequestEntry entry(int at, Parcel parcel) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(at))
        .messageGroupId(parcel.group())
        .messageDeduplicationId(parcel.deduplication())
        .messageBody(parcel.body())
        .build();
  }
}
