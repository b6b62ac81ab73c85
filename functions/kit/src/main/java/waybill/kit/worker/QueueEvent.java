package waybill.kit.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import waybill.kit.log.Log;

/** A batch of a FIFO queue, and the answer that Lambda wants: the ids that must come again. */
public record QueueEvent(List<Entry> entries) {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  /**
   * @param queue the ARN of the queue that it came from, and so who speaks
   * @param receives how often the queue has handed it over, this time included
   */
  public record Entry(String id, String queue, String group, String body, int receives) {
    public Entry(String id, String queue, String group, String body) {
      this(id, queue, group, body, 1);
    }
  }

  public List<String> bodies() {
    return entries.stream().map(Entry::body).toList();
  }

  /** A batch is of one queue alone. */
  public boolean isFrom(String queue) {
    return !entries.isEmpty() && entries.get(0).queue().equals(queue);
  }

  public static QueueEvent read(InputStream in) throws IOException {
    return of(EVENTS.readTree(in));
  }

  public static QueueEvent of(JsonNode event) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode one : event.path("Records"))
      entries.add(
          new Entry(
              one.path("messageId").asText(),
              one.path("eventSourceARN").asText(),
              one.path("attributes").path("MessageGroupId").asText(),
              one.path("body").asText(),
              one.path("attributes").path("ApproximateReceiveCount").asInt(1)));
    return new QueueEvent(entries);
  }

  /**
   * One after the other. Behind a failure the rest of its group is not tried: it would overtake.
   */
  public Map<String, Object> each(Consumer<Entry> work, Log log) {
    Set<String> failedGroups = new LinkedHashSet<>();
    List<Map<String, String>> failures = new ArrayList<>();
    for (Entry entry : entries) {
      if (failedGroups.contains(entry.group()) || !worked(entry, work, log)) {
        failedGroups.add(entry.group());
        failures.add(Map.of("itemIdentifier", entry.id()));
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("batchItemFailures", failures);
    return answer;
  }

  private static boolean worked(Entry entry, Consumer<Entry> work, Log log) {
    try {
      work.accept(entry);
      return true;
    } catch (RuntimeException e) {
      log.error("a message of the queue could not be taken", e, "sqs_message_id", entry.id());
      return false;
    }
  }
}
