package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many schemas a single value is checked against, references followed and counted each time.
 */
final class Weight {
  static final long MOST = 1_000_000;

  private static final List<String> LISTED = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> SINGLE = List.of("not", "if", "then", "else");
  private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");

  private final References references;
  private final Map<String, Long> known = new HashMap<>();

  Weight(References references) {
    this.references = references;
  }

  /**
   * The weight of the heaviest place that can be reached; {@link #MOST} stands for more, and for no
   * end to it.
   */
  long heaviest() {
    long heaviest = 0;
    Set<String> seen = new HashSet<>();
    Deque<Located> open = new ArrayDeque<>(List.of(references.root()));
    while (!open.isEmpty()) {
      Located at = open.pop();
      if (!seen.add(at.pointer())) continue;
      heaviest = Math.max(heaviest, of(at));
      Subschemas.used(at).forEach(open::push);
      REFERENCES.forEach(keyword -> addTarget(at, keyword, open));
    }
    return heaviest;
  }

  private long of(Located at) {
    Long before = known.putIfAbsent(at.pointer(), MOST);
    if (before != null) return before;
    long weight = 1;
    for (Located inner : inPlace(at)) weight = Math.min(MOST, weight + of(inner));
    known.put(at.pointer(), weight);
    return weight;
  }

  private List<Located> inPlace(Located at) {
    List<Located> all = new ArrayList<>();
    JsonNode schema = at.schema();
    for (String keyword : REFERENCES) addTarget(at, keyword, all);
    for (String keyword : SINGLE) if (schema.has(keyword)) all.add(at.at(keyword));
    for (String keyword : LISTED)
      for (int i = 0; i < schema.path(keyword).size(); i++) all.add(at.at(keyword, i));
    schema
        .path("dependentSchemas")
        .fieldNames()
        .forEachRemaining(name -> all.add(at.at("dependentSchemas", name)));
    return all;
  }

  private void addTarget(Located at, String keyword, Collection<Located> all) {
    if (!at.schema().has(keyword)) return;
    try {
      all.add(references.target(at, at.schema().path(keyword).asText("")));
    } catch (Unreadable e) {
      // What leads nowhere weighs nothing.
    }
  }
}
