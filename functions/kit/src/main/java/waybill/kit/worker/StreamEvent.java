package waybill.kit.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;
import waybill.kit.outbox.Speaker;

/** A batch of a table's stream: for each item the last image, which holds all that came before. */
final class StreamEvent {

  static List<Speaker> of(JsonNode event) {
    Map<Key, Speaker> last = new LinkedHashMap<>();
    for (JsonNode one : event.path("Records")) {
      JsonNode image = one.path("dynamodb").path("NewImage");
      Key key = new Key(text(image.path("pk")), text(image.path("sk")));
      last.put(key, new Speaker(key, outbox(image.path("outbox"))));
    }
    return List.copyOf(last.values());
  }

  private static List<Unsent> outbox(JsonNode attribute) {
    List<Unsent> outbox = new ArrayList<>();
    for (JsonNode entry : attribute.path("L"))
      outbox.add(new Unsent(text(entry.path("M").path("id")), text(entry.path("M").path("text"))));
    return outbox;
  }

  private static String text(JsonNode attribute) {
    return attribute.path("S").asText();
  }

  private StreamEvent() {}
}
