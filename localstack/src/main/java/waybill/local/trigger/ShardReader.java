package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AwsJson;
import waybill.local.template.Trigger;

/** Reads one shard from its checkpoint to its end. */
final class ShardReader {
  private final Trigger.OfStream trigger;
  private final String shard;
  private final AwsJson aws;
  private final Filter filter;
  private final Checkpoints checkpoints;
  private final StreamDelivery delivery;

  ShardReader(
      Trigger.OfStream trigger,
      String shard,
      AwsJson aws,
      Filter filter,
      Checkpoints checkpoints,
      StreamDelivery delivery) {
    this.trigger = trigger;
    this.shard = shard;
    this.aws = aws;
    this.filter = filter;
    this.checkpoints = checkpoints;
    this.delivery = delivery;
  }

  /** Returns when the shard is read to its end; where there is nothing to read, the gate waits. */
  void read() throws IOException, InterruptedException {
    var iterator = iterator();
    while (iterator != null) {
      var request = AwsJson.parameters().put("ShardIterator", iterator);
      request.put("Limit", trigger.batchSize());
      var answer = aws.streams("GetRecords", request);
      var records = answer.path("Records");
      if (!records.isEmpty()) take(records);
      iterator = answer.path("NextShardIterator").asText(null);
    }
    checkpoints.close(shard);
  }

  private @Nullable String iterator() throws IOException, InterruptedException {
    var position = checkpoints.position(shard);
    var request = AwsJson.parameters().put("StreamArn", trigger.streamArn()).put("ShardId", shard);
    if (position == null) {
      request.put("ShardIteratorType", trigger.fromTheStart() ? "TRIM_HORIZON" : "LATEST");
    } else {
      request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", position);
    }
    return aws.streams("GetShardIterator", request).path("ShardIterator").asText(null);
  }

  private void take(JsonNode records) throws InterruptedException {
    List<ObjectNode> wanted = new ArrayList<>();
    for (var record : records) {
      if (filter.matches(record)) wanted.add(StreamEvent.record(record, trigger.streamArn()));
    }
    if (!wanted.isEmpty()) delivery.deliver(shard, wanted);
    checkpoints.set(shard, StreamEvent.sequenceNumber(records.get(records.size() - 1)));
  }
}
