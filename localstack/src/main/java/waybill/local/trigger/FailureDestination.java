package waybill.local.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AwsJson;
import waybill.local.function.Complaints;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Trigger;

/** Tells a queue about stream records that were given up: where they are, not what they hold. */
final class FailureDestination {
  private static final int ATTEMPTS_MAX = 3;

  private final AwsJson aws;
  private final @Nullable String queueUrl;
  private final Complaints complaints;

  FailureDestination(AwsJson aws, @Nullable String queueUrl, Complaints complaints) {
    this.aws = aws;
    this.queueUrl = queueUrl;
    this.complaints = complaints;
  }

  void take(
      FunctionSpec function, Trigger.OfStream trigger, String shard, StreamBatch batch, String why)
      throws InterruptedException {
    var name = function.id() + ".Events." + trigger.id();
    complaints.say(name + ": gave up " + batch.records().size() + " records: " + why);
    if (queueUrl == null) return;
    var document = document(function, trigger, shard, batch, why);
    var request = AwsJson.parameters().put("QueueUrl", queueUrl);
    request.put("MessageBody", document.toString());
    var backoff = new Backoff();
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        aws.sqs("SendMessage", request);
        return;
      } catch (IOException e) {
        complaints.say(name + ": its failure destination: " + e.getMessage());
        if (!backoff.pause()) throw new InterruptedException();
      }
    }
  }

  private static ObjectNode document(
      FunctionSpec function,
      Trigger.OfStream trigger,
      String shard,
      StreamBatch batch,
      String why) {
    var first = batch.records().get(0);
    var last = batch.records().get(batch.records().size() - 1);
    var document = AwsJson.parameters();
    document
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", function.arn())
        .put("condition", why)
        .put("approximateInvokeCount", batch.attempts());
    document
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    document.put("version", "1.0").put("timestamp", Instant.now().toString());
    document
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", StreamEvent.sequenceNumber(first))
        .put("endSequenceNumber", StreamEvent.sequenceNumber(last))
        .put("approximateArrivalOfFirstRecord", arrival(first))
        .put("approximateArrivalOfLastRecord", arrival(last))
        .put("batchSize", batch.records().size())
        .put("streamArn", trigger.streamArn());
    return document;
  }

  private static String arrival(ObjectNode record) {
    return Instant.ofEpochSecond(StreamEvent.createdSeconds(record)).toString();
  }
}
