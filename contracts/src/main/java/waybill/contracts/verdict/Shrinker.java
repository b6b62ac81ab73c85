package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Leaves out of a document whatever is not needed. */
final class Shrinker {
  private final Predicate<JsonNode> isEnough;

  Shrinker(Predicate<JsonNode> isEnough) {
    this.isEnough = isEnough;
  }

  /** No single member or item can be left out of what is returned. */
  JsonNode shrunk(JsonNode document) {
    JsonNode current = document;
    for (JsonNode smaller = oneLess(current); smaller != null; smaller = oneLess(current))
      current = smaller;
    return current;
  }

  private @Nullable JsonNode oneLess(JsonNode document) {
    for (List<Object> path : paths(document)) {
      JsonNode copy = document.deepCopy();
      remove(copy, path);
      if (isEnough.test(copy)) return copy;
    }
    return null;
  }

  /** Outer ones first: they take the most with them. */
  private static List<List<Object>> paths(JsonNode document) {
    List<List<Object>> paths = new ArrayList<>();
    collect(document, List.of(), paths);
    paths.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return paths;
  }

  private static void collect(JsonNode node, List<Object> at, List<List<Object>> paths) {
    node.properties().forEach(member -> descend(member.getValue(), at, member.getKey(), paths));
    if (node.isArray()) for (int i = 0; i < node.size(); i++) descend(node.get(i), at, i, paths);
  }

  private static void descend(
      JsonNode node, List<Object> at, Object step, List<List<Object>> paths) {
    List<Object> path = new ArrayList<>(at);
    path.add(step);
    paths.add(path);
    collect(node, path, paths);
  }

  private static void remove(JsonNode root, List<Object> path) {
    JsonNode at = root;
    for (Object step : path.subList(0, path.size() - 1))
      at = step instanceof Integer index ? at.path(index) : at.path((String) step);
    Object last = path.get(path.size() - 1);
    if (last instanceof Integer index) ((ArrayNode) at).remove(index);
    else ((ObjectNode) at).remove((String) last);
  }
}
