package waybill.kit.aws;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** An SQS FIFO queue. A batch may be answered with 200 and hold refused entries all the same. */
public final class SqsQueue implements Queue {
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

  private static SendMessageBatchRequestEntry entry(int at, Parcel parcel) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(at))
        .messageGroupId(parcel.group())
        .messageDeduplicationId(parcel.deduplication())
        .messageBody(parcel.body())
        .build();
  }
}
