package waybill.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue's properties as attributes of CreateQueue. */
final class QueueAttributes {
  private static final List<String> SAME_NAME =
      List.of(
          "FifoQueue",
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoThroughputLimit",
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "MaximumMessageSize",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds");

  private QueueAttributes() {}

  static Map<String, String> of(Fields properties, Names names) {
    var name = names.attributes().getOrDefault("QueueName", "");
    if (name.endsWith(".fifo") != properties.flag("FifoQueue")) {
      throw new TemplateException(
          properties.path() + ": FifoQueue and a QueueName that ends in .fifo go together");
    }
    var attributes = new LinkedHashMap<String, String>();
    for (var attribute : SAME_NAME) {
      if (properties.has(attribute)) attributes.put(attribute, properties.text(attribute));
    }
    if (properties.has("RedrivePolicy")) {
      var redrive = properties.fields("RedrivePolicy");
      attributes.put(
          "RedrivePolicy",
          "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
              .formatted(
                  redrive.text("deadLetterTargetArn"), redrive.number("maxReceiveCount", 1)));
    }
    return attributes;
  }
}
