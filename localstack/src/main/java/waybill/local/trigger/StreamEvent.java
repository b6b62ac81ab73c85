package waybill.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The event with which Lambda hands stream records to a function: GetRecords' own, with their ARN.
 */
final class StreamEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamEvent() {}

  static ObjectNode record(JsonNode fromStream, String streamArn) {
    ObjectNode record = fromStream.deepCopy();
    record.put("eventSource", "aws:dynamodb");
    record.put("eventSourceARN", streamArn);
    return record;
  }

  static byte[] of(List<ObjectNode> records) {
    var event = JSON.createObjectNode();
    event.putArray("Records").addAll(records);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  static long createdSeconds(JsonNode record) {
    return record.path("dynamodb").path("ApproximateCreationDateTime").asLong();
  }
}
