package waybill.bench.spine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import waybill.bench.count.Bill;
import waybill.bench.count.Step;
import waybill.kit.worker.QueueEvent;

/** A queue that a function is called from, as Lambda does it. */
public record Polled(SqsClient sqs, String url, String arn) {
  private static final int CALLS_A_BATCH = 2;

  /** As long as there is something. */
  public void drain(
      int most, Bill bill, Step step, Function<QueueEvent, Map<String, Object>> function) {
    while (once(most, bill, step, function) > 0) {}
  }

  /**
   * @return how many messages the function was given
   */
  int once(int most, Bill bill, Step step, Function<QueueEvent, Map<String, Object>> function) {
    List<Message> batch =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(url)
                        .maxNumberOfMessages(most)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
            .messages();
    if (batch.isEmpty()) return 0;
    QueueEvent event = new QueueEvent(batch.stream().map(this::entry).toList());
    Map<String, Object> answer = bill.charge(step, () -> function.apply(event));
    if (!List.of().equals(answer.get("batchItemFailures")))
      throw new IllegalStateException(step + ": " + answer);
    delete(batch);
    bill.polled(CALLS_A_BATCH);
    return batch.size();
  }

  private QueueEvent.Entry entry(Message message) {
    String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    return new QueueEvent.Entry(message.messageId(), arn, String.valueOf(group), message.body());
  }

  private void delete(List<Message> batch) {
    List<DeleteMessageBatchRequestEntry> entries =
        batch.stream()
            .map(
                one ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(one.messageId())
                        .receiptHandle(one.receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(all -> all.queueUrl(url).entries(entries));
  }
}
