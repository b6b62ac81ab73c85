package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A place in a command's documents, as {@link Cut} looks for it.
 *
 * @param declared false if what is put there would be taken out again
 * @param required whether each document must have it
 * @param schema missing where an open one does not speak of it
 */
record Target(boolean declared, boolean required, JsonNode schema) {

  static Target of(JsonNode command, JsonPointer place) {
    JsonNode at = command;
    boolean required = true;
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
      JsonNode rule = Cut.resolved(command, at);
      String name = rest.getMatchingProperty();
      at = rule.path("properties").path(name);
      if (at.isMissingNode() && Cut.isClosed(rule))
        return new Target(false, false, MissingNode.getInstance());
      required &= requires(rule, name);
    }
    return new Target(true, required, at);
  }

  private static boolean requires(JsonNode rule, String name) {
    for (JsonNode one : rule.path("required")) if (one.asText().equals(name)) return true;
    return false;
  }
}
