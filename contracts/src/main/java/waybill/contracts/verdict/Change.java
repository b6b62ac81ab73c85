package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** One small change to a document, anywhere in it. */
final class Change {
  private static final int DEPTH_MAX = 8;
  private static final int SIZE_MAX = 50;

  private final List<JsonNode> values;
  private final List<String> names;
  private final Random random;

  Change(Material material, Random random) {
    this.values = material.values();
    this.names = material.names();
    this.random = random;
  }

  JsonNode of(JsonNode document) {
    return changed(document.deepCopy(), 0);
  }

  private JsonNode changed(JsonNode node, int depth) {
    boolean goesDeeper = depth < DEPTH_MAX && !node.isEmpty() && random.nextInt(3) > 0;
    if (node instanceof ObjectNode object)
      return goesDeeper ? within(object, depth) : other(object);
    if (node instanceof ArrayNode array) return goesDeeper ? within(array, depth) : other(array);
    return any();
  }

  private JsonNode within(ObjectNode object, int depth) {
    List<String> there = object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    String name = there.get(random.nextInt(there.size()));
    object.set(name, changed(object.path(name), depth + 1));
    return object;
  }

  private JsonNode within(ArrayNode array, int depth) {
    int index = random.nextInt(array.size());
    array.set(index, changed(array.get(index), depth + 1));
    return array;
  }

  private JsonNode other(ObjectNode object) {
    if (random.nextInt(8) == 0) return any();
    String name = names.get(random.nextInt(names.size()));
    if (object.has(name) && random.nextBoolean()) object.remove(name);
    else if (object.size() < SIZE_MAX) object.set(name, any());
    return object;
  }

  private JsonNode other(ArrayNode array) {
    if (random.nextInt(8) == 0) return any();
    if (!array.isEmpty() && random.nextBoolean()) array.remove(random.nextInt(array.size()));
    else if (array.size() < SIZE_MAX) array.add(any());
    return array;
  }

  private JsonNode any() {
    return values.get(random.nextInt(values.size())).deepCopy();
  }
}
