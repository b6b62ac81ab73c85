package waybill.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import waybill.local.template.Ground;

/** The event with which Lambda hands SQS messages to a function. */
final class QueueEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueueEvent() {}

  /** One record from one message of ReceiveMessage's answer. */
  static ObjectNode record(JsonNode message, String queueArn) {
    var record = JSON.createObjectNode();
    record.set("messageId", message.path("MessageId"));
    record.set("receiptHandle", message.path("ReceiptHandle"));
    record.set("body", message.path("Body"));
    record.set("attributes", message.path("Attributes"));
    var attributes = record.putObject("messageAttributes");
    for (var attribute : message.path("MessageAttributes").properties()) {
      attributes.set(attribute.getKey(), attribute(attribute.getValue()));
    }
    record.set("md5OfBody", message.path("MD5OfBody"));
    if (message.has("MD5OfMessageAttributes")) {
      record.set("md5OfMessageAttributes", message.path("MD5OfMessageAttributes"));
    }
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", Ground.REGION);
    return record;
  }

  private static ObjectNode attribute(JsonNode value) {
    var attribute = JSON.createObjectNode();
    if (value.has("StringValue")) attribute.set("stringValue", value.path("StringValue"));
    if (value.has("BinaryValue")) attribute.set("binaryValue", value.path("BinaryValue"));
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    attribute.set("dataType", value.path("DataType"));
    return attribute;
  }

  static byte[] of(List<ObjectNode> records) {
    var event = JSON.createObjectNode();
    event.putArray("Records").addAll(records);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The record as filters see it: a body that is JSON is compared by its fields. */
  static JsonNode forFilter(ObjectNode record) {
    try {
      var body = JSON.readTree(record.path("body").asText());
      return body.isObject() ? record.deepCopy().set("body", body) : record;
    } catch (JsonProcessingException e) {
      return record;
    }
  }
}
