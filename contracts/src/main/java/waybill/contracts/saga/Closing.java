package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Whether {@link Cut} takes anything out of values under a rule, however deep. */
final class Closing {
  private final JsonNode root;

  Closing(JsonNode root) {
    this.root = root;
  }

  boolean somewhere(JsonNode rule) {
    return somewhere(rule, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private boolean somewhere(JsonNode written, Set<JsonNode> seen) {
    JsonNode rule = Cut.resolved(root, written);
    if (!rule.isObject() || !seen.add(rule)) return false;
    if (Cut.isClosed(rule) || somewhere(rule.path("items"), seen)) return true;
    for (JsonNode property : rule.path("properties")) if (somewhere(property, seen)) return true;
    return false;
  }
}
