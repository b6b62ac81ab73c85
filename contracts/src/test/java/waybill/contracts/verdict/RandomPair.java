package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A schema and what became of it, made of a seed: the same seed gives the same pair. */
record RandomPair(long seed, JsonNode oldSchema, JsonNode newSchema) {
  private static final Set<String> SINGLE =
      Set.of("not", "if", "then", "else", "items", "contains", "additionalProperties");
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas");
  private static final Set<String> LISTED = Set.of("anyOf", "oneOf", "allOf", "prefixItems");

  static RandomPair of(long seed) {
    Random random = new Random(seed * 31 + 5);
    return seed % 2 == 0
        ? new Making(random, false).plain(seed)
        : new Making(random, true).recursive(seed);
  }

  private record Making(Random random, RandomSchemas schemas) {
    Making(Random random, boolean refers) {
      this(random, new RandomSchemas(random, refers));
    }

    RandomPair plain(long seed) {
      JsonNode before = schemas.schema(3);
      return new RandomPair(seed, before, after(before));
    }

    /** Definitions that refer to each other, and one of them changes. */
    RandomPair recursive(long seed) {
      ObjectNode before = RandomSchemas.reference(0);
      ObjectNode definitions = before.putObject("$defs");
      for (int i = 0; i < RandomSchemas.DEFINITIONS; i++)
        definitions.set("d" + i, schemas.schema(2));
      ObjectNode after = before.deepCopy();
      String changed = "d" + random.nextInt(RandomSchemas.DEFINITIONS);
      after.withObjectProperty("$defs").set(changed, after(definitions.path(changed)));
      return new RandomPair(seed, before, after);
    }

    private JsonNode after(JsonNode before) {
      return random.nextInt(3) == 0 ? schemas.schema(2) : edited(before, 2);
    }

    /** With one keyword less, with some more, or with something changed inside of one. */
    private JsonNode edited(JsonNode schema, int depth) {
      if (schema.isEmpty() || random.nextInt(5) == 0) return schemas.schema(depth);
      ObjectNode copy = schema.deepCopy();
      String keyword = one(List.copyOf(copy.properties())).getKey();
      switch (random.nextInt(3)) {
        case 0 -> copy.remove(keyword);
        case 1 ->
            schemas
                .schema(depth)
                .properties()
                .forEach(member -> copy.putIfAbsent(member.getKey(), member.getValue()));
        default -> inside(copy, keyword, depth - 1);
      }
      return copy;
    }

    private void inside(ObjectNode schema, String keyword, int depth) {
      JsonNode value = schema.path(keyword);
      if (SINGLE.contains(keyword)) schema.set(keyword, edited(value, depth));
      else if (NAMED.contains(keyword) && value instanceof ObjectNode named) {
        Map.Entry<String, JsonNode> member = one(List.copyOf(named.properties()));
        named.set(member.getKey(), edited(member.getValue(), depth));
      } else if (LISTED.contains(keyword) && value instanceof ArrayNode list) {
        int index = random.nextInt(list.size());
        list.set(index, edited(list.get(index), depth));
      } else schema.remove(keyword);
    }

    private <T> T one(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
