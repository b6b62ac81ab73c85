package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names a place by everything that can be reached from it, so that what is recursive in two
 * documents in the same words is known to be the same.
 */
final class Closure {
  private final References references;
  private final String document;

  Closure(References references, String document) {
    this.references = references;
    this.document = document;
  }

  String key(Located start) {
    try {
      return reached(start);
    } catch (Unreadable e) {
      return document + " " + start.pointer();
    }
  }

  private String reached(Located start) {
    Map<String, String> reached = new TreeMap<>();
    Deque<Located> open = new ArrayDeque<>();
    open.add(start);
    boolean[] isPlain = {true};
    while (!open.isEmpty()) {
      Located at = open.remove();
      if (reached.put(at.pointer(), Values.normal(at.schema()).toString()) != null) continue;
      Subschemas.walk(
          at,
          inner -> {
            JsonNode schema = inner.schema();
            if (schema.has("$id") || schema.has("$dynamicRef")) isPlain[0] = false;
            if (schema.path("$ref").isTextual())
              open.add(references.target(inner, schema.path("$ref").textValue()));
          });
    }
    String where = start.pointer() + " ";
    return isPlain[0] ? where + reached : document + " " + where;
  }
}
