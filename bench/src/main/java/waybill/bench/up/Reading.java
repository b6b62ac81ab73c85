package waybill.bench.up;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import waybill.contracts.Json;

/** A subscriber that does nothing with what it gets but say so. */
final class Reading implements AutoCloseable {
  private static final int READERS = 2;

  private final Client client;
  private final SqsClient sqs;
  private final String url;
  private final String subscription;
  private final String token;
  private final Map<String, CompletableFuture<Boolean>> expected = new ConcurrentHashMap<>();
  private volatile boolean isOver;

  Reading(Client client, SqsClient sqs, String url, String subscription) {
    this.client = client;
    this.sqs = sqs;
    this.url = url;
    this.subscription = subscription;
    this.token = client.token("depot");
    for (int reader = 0; reader < READERS; reader++) {
      Thread thread = new Thread(this::read, "reader");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Done once it is handled. */
  CompletableFuture<?> expect(String key) {
    return expected.computeIfAbsent(key, any -> new CompletableFuture<>());
  }

  private void read() {
    while (!isOver) {
      List<Message> batch =
          sqs.receiveMessage(
                  receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      if (!batch.isEmpty()) handled(batch);
    }
  }

  private void handled(List<Message> batch) {
    String receipts =
        batch.stream()
            .map(one -> Json.parse(one.body()).path("id").asText())
            .map(id -> "{\"message_id\":\"" + id + "\",\"outcome\":\"handled\"}")
            .collect(Collectors.joining(",", "{\"receipts\":[", "]}"));
    client.must("POST", "/subscriptions/" + subscription + "/receipts", token, receipts);
    for (Message one : batch) {
      String key = Json.parse(one.body()).path("subject").asText();
      CompletableFuture<Boolean> awaited = expected.remove(key);
      if (awaited != null) awaited.complete(true);
    }
    var entries =
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

  @Override
  public void close() {
    isOver = true;
  }
}
