package waybill.kit.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * What calls a worker that reads no stream: messages, or one of the template's schedules.
 *
 * @param order what the schedule says, {@code minute} or {@code sweep}; empty where messages come
 */
public record WorkerEvent(String order, QueueEvent messages) {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  public static WorkerEvent read(InputStream in) throws IOException {
    JsonNode event = EVENTS.readTree(in);
    return new WorkerEvent(event.path("waybill").asText(), QueueEvent.of(event));
  }
}
