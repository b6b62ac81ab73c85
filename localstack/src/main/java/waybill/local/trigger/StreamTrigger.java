package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import waybill.local.aws.AwsJson;
import waybill.local.template.Trigger;

/** Reads a table's stream: one reader per shard, a child only after its parent. */
final class StreamTrigger implements Runnable {
  private static final long DISCOVERY_MILLIS = 5_000;

  private final String name;
  private final Trigger.OfStream trigger;
  private final AwsJson aws;
  private final Filter filter;
  private final Checkpoints checkpoints;
  private final StreamDelivery delivery;
  private final Surroundings around;
  private final Semaphore ended = new Semaphore(0);
  private final Set<String> beingRead = ConcurrentHashMap.newKeySet();

  StreamTrigger(
      String name,
      Trigger.OfStream trigger,
      AwsJson aws,
      Checkpoints checkpoints,
      StreamDelivery delivery,
      Surroundings around) {
    this.name = name;
    this.trigger = trigger;
    this.aws = aws;
    this.filter = Filter.anyOf(name + ".FilterCriteria", trigger.filters());
    this.checkpoints = checkpoints;
    this.delivery = delivery;
    this.around = around;
  }

  @Override
  public void run() {
    var backoff = new Backoff();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        startReaders();
        backoff.reset();
        // Until it is time to look for new shards, or a reader came to an end.
        var unused = ended.tryAcquire(DISCOVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (IOException e) {
        around.complaints().say(name + ": " + e.getMessage());
        if (!backoff.pause()) return;
      } catch (InterruptedException | RejectedExecutionException e) {
        return;
      }
    }
  }

  private void startReaders() throws IOException, InterruptedException {
    var shards = shards();
    shards.forEach(
        (id, parent) -> {
          var parentDone = !shards.containsKey(parent) || checkpoints.isClosed(parent);
          if (parentDone && !checkpoints.isClosed(id) && beingRead.add(id)) {
            around.executor().execute(() -> read(id));
          }
        });
  }

  private Map<String, String> shards() throws IOException, InterruptedException {
    var shards = new HashMap<String, String>();
    var request = AwsJson.parameters().put("StreamArn", trigger.streamArn());
    JsonNode description;
    do {
      description = aws.streams("DescribeStream", request).path("StreamDescription");
      for (var shard : description.path("Shards")) {
        shards.put(shard.path("ShardId").asText(), shard.path("ParentShardId").asText());
      }
      request.put("ExclusiveStartShardId", description.path("LastEvaluatedShardId").asText());
    } while (description.has("LastEvaluatedShardId"));
    return shards;
  }

  /** DynamoDB Local says so of the first iterator of a shard that was empty; the next one reads. */
  private static boolean isStale(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("TrimmedDataAccessException");
  }

  private void read(String shard) {
    var reader = new ShardReader(trigger, shard, aws, filter, checkpoints, delivery);
    var backoff = new Backoff();
    try {
      while (true) {
        try {
          reader.read();
          return;
        } catch (IOException e) {
          if (!isStale(e)) around.complaints().say(name + ": " + e.getMessage());
          if (!backoff.pause()) return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      beingRead.remove(shard);
      ended.release();
    }
  }
}
