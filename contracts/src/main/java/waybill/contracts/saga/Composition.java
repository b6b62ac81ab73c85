package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import waybill.contracts.Json;

/** Makes a command's document of what is known of a saga. */
public final class Composition {

  private Composition() {}

  /**
   * What is not there is left out. Objects are cut to the names that the command's closed schema
   * knows: an event may say more than a command takes.
   *
   * @param facts {@code input}, {@code replies} by step, and {@code saga}
   * @param schema the command's, with all that it refers to inside
   */
  public static JsonNode of(Told told, JsonNode facts, JsonNode schema) {
    ObjectNode document = Json.object();
    for (Map.Entry<JsonPointer, Source> field : told.with().entrySet()) {
      JsonNode value = value(field.getValue(), facts);
      if (!value.isMissingNode())
        document
            .withObject(field.getKey().head())
            .set(field.getKey().last().getMatchingProperty(), value.deepCopy());
    }
    return Cut.document(schema, document);
  }

  private static JsonNode value(Source source, JsonNode facts) {
    return source instanceof Source.From from
        ? facts.at(from.pointer())
        : ((Source.Constant) source).value();
  }
}
