package waybill.local.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Consecutive records of one shard, and how often they were already tried. */
record StreamBatch(List<ObjectNode> records, int attempts) {

  List<String> sequenceNumbers() {
    return records.stream().map(StreamEvent::sequenceNumber).toList();
  }

  String last() {
    return StreamEvent.sequenceNumber(records.get(records.size() - 1));
  }

  StreamBatch tried() {
    return new StreamBatch(records, attempts + 1);
  }

  /**
   * What is left once the records before the index are done: tried afresh, since it is another
   * batch.
   */
  StreamBatch from(int index) {
    return new StreamBatch(records.subList(index, records.size()), 0);
  }

  StreamBatch firstHalf() {
    return new StreamBatch(records.subList(0, records.size() / 2), attempts);
  }

  StreamBatch secondHalf() {
    return new StreamBatch(records.subList(records.size() / 2, records.size()), attempts);
  }
}
