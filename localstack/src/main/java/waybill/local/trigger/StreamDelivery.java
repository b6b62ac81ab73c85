package waybill.local.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Trigger;

/**
 * Brings a batch of one shard to its function, in order, until each record is done or given up:
 * with retries, halving, partial answers and a destination for what failed for good.
 */
final class StreamDelivery {
  private final FunctionSpec function;
  private final Trigger.OfStream trigger;
  private final Checkpoints checkpoints;
  private final FailureDestination destination;
  private final Surroundings around;

  StreamDelivery(
      FunctionSpec function,
      Trigger.OfStream trigger,
      Checkpoints checkpoints,
      FailureDestination destination,
      Surroundings around) {
    this.function = function;
    this.trigger = trigger;
    this.checkpoints = checkpoints;
    this.destination = destination;
    this.around = around;
  }

  void deliver(String shard, List<ObjectNode> records) throws InterruptedException {
    var waiting = new ArrayDeque<StreamBatch>();
    waiting.push(new StreamBatch(records, 0));
    var backoff = new Backoff();
    while (!waiting.isEmpty()) {
      var batch = waiting.pop();
      if (isTooOld(batch)) {
        giveUp(shard, batch, "RecordAgeExceeded");
        continue;
      }
      var outcome = around.functions().invoke(function.id(), StreamEvent.of(batch.records()));
      var verdict = BatchVerdict.of(outcome, trigger.reportsFailures(), batch.sequenceNumbers());
      if (verdict.allDone()) {
        checkpoints.set(shard, batch.last());
        backoff.reset();
      } else {
        retry(shard, batch, verdict, waiting, backoff);
      }
    }
  }

  private void retry(
      String shard,
      StreamBatch batch,
      BatchVerdict verdict,
      ArrayDeque<StreamBatch> waiting,
      Backoff backoff)
      throws InterruptedException {
    int done = firstFailed(batch, verdict);
    if (done > 0) {
      // Lambda goes on after the last record before the lowest that was reported.
      checkpoints.set(shard, batch.sequenceNumbers().get(done - 1));
      waiting.push(batch.from(done));
    } else if (trigger.bisects() && batch.records().size() > 1) {
      waiting.push(batch.secondHalf());
      waiting.push(batch.firstHalf());
    } else if (trigger.retriesMax() >= 0 && batch.attempts() >= trigger.retriesMax()) {
      giveUp(shard, batch.tried(), "RetryAttemptsExhausted");
      return;
    } else {
      waiting.push(batch.tried());
    }
    if (!backoff.pause()) throw new InterruptedException();
  }

  private static int firstFailed(StreamBatch batch, BatchVerdict verdict) {
    int index = 0;
    while (!verdict.hasFailed(batch.sequenceNumbers().get(index))) index++;
    return index;
  }

  private boolean isTooOld(StreamBatch batch) {
    if (trigger.recordAgeSecondsMax() < 0) return false;
    long age = Instant.now().getEpochSecond() - StreamEvent.createdSeconds(batch.records().get(0));
    return age > trigger.recordAgeSecondsMax();
  }

  private void giveUp(String shard, StreamBatch batch, String condition)
      throws InterruptedException {
    destination.take(function, trigger, shard, batch, condition);
    checkpoints.set(shard, batch.last());
  }
}
