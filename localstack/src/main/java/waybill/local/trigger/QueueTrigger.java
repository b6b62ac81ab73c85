package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import waybill.local.aws.AwsJson;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Trigger;

/** Takes messages from a queue to a function and deletes those that it did. */
final class QueueTrigger implements Runnable {
  private static final int RECEIVED_MAX = 10;

  /** Lambda waits 20 s; here a message that becomes visible by time alone waits as long. */
  private static final int WAIT_SECONDS = 1;

  private final FunctionSpec function;
  private final Trigger.OfQueue trigger;
  private final String queueUrl;
  private final AwsJson aws;
  private final Surroundings around;
  private final Filter filter;
  private final Semaphore free;

  QueueTrigger(
      FunctionSpec function,
      Trigger.OfQueue trigger,
      String queueUrl,
      AwsJson aws,
      Surroundings around) {
    this.function = function;
    this.trigger = trigger;
    this.queueUrl = queueUrl;
    this.aws = aws;
    this.around = around;
    this.filter = Filter.anyOf(name() + ".FilterCriteria", trigger.filters());
    this.free = new Semaphore(trigger.concurrencyMax());
  }

  private String name() {
    return function.id() + ".Events." + trigger.id();
  }

  @Override
  public void run() {
    var backoff = new Backoff();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        free.acquire();
        receive();
        backoff.reset();
      } catch (IOException e) {
        free.release();
        around.complaints().say(name() + ": " + e.getMessage());
        if (!backoff.pause()) return;
      } catch (InterruptedException | RejectedExecutionException e) {
        return;
      }
    }
  }

  /** Holds one permit, which goes back with the batch that was received. */
  private void receive() throws IOException, InterruptedException {
    var request =
        AwsJson.parameters().put("QueueUrl", queueUrl).put("WaitTimeSeconds", WAIT_SECONDS);
    request.put("MaxNumberOfMessages", Math.min(RECEIVED_MAX, trigger.batchSize()));
    request.putArray("MessageSystemAttributeNames").add("All");
    request.putArray("AttributeNames").add("All");
    request.putArray("MessageAttributeNames").add("All");
    var messages = aws.sqs("ReceiveMessage", request).path("Messages");
    if (messages.isEmpty()) {
      free.release();
    } else {
      around.executor().execute(() -> handle(messages));
    }
  }

  private void handle(JsonNode messages) {
    try {
      var unwanted = new ArrayList<ObjectNode>();
      var wanted = new LinkedHashMap<String, ObjectNode>();
      for (var message : messages) {
        var record = QueueEvent.record(message, trigger.queueArn());
        if (filter.matches(QueueEvent.forFilter(record))) {
          wanted.put(record.path("messageId").asText(), record);
        } else {
          unwanted.add(record);
        }
      }
      delete(unwanted);
      if (!wanted.isEmpty()) invoke(wanted);
    } catch (IOException e) {
      around.complaints().say(name() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  /** What failed stays with the queue, to come back when its visibility timeout ends. */
  private void invoke(Map<String, ObjectNode> wanted) throws IOException, InterruptedException {
    var event = QueueEvent.of(List.copyOf(wanted.values()));
    var outcome = around.functions().invoke(function.id(), event);
    var verdict = BatchVerdict.of(outcome, trigger.reportsFailures(), wanted.keySet());
    wanted.keySet().removeIf(verdict::hasFailed);
    delete(List.copyOf(wanted.values()));
  }

  private void delete(List<ObjectNode> records) throws IOException, InterruptedException {
    if (records.isEmpty()) return;
    var request = AwsJson.parameters().put("QueueUrl", queueUrl);
    var entries = request.putArray("Entries");
    for (int i = 0; i < records.size(); i++) {
      entries
          .addObject()
          .put("Id", String.valueOf(i))
          .put("ReceiptHandle", records.get(i).path("receiptHandle").asText());
    }
    aws.sqs("DeleteMessageBatch", request);
  }
}
