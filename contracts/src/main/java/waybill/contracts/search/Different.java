package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Values;

/**
 * Items that all differ: one value for each, as many to choose from as there are items, matched so
 * that none is taken twice.
 */
final class Different {
  private static final int ITEMS_MAX = 40;

  private final Search search;

  Different(Search search) {
    this.search = search;
  }

  Finding of(List<Set<Formula>> items, Set<JsonNode> except) {
    if (items.size() > ITEMS_MAX)
      return new Finding.Unknown("more than " + ITEMS_MAX + " items that all differ");
    Map<Set<Formula>, List<JsonNode>> choices = new HashMap<>();
    List<List<JsonNode>> all = new ArrayList<>();
    for (Set<Formula> item : items) {
      List<JsonNode> values = choices.get(item);
      if (values == null) values = search.several(item, items.size());
      if (values == null) return new Finding.Unknown("items that all differ");
      choices.put(item, values);
      all.add(values);
    }
    JsonNode[] chosen = matched(all);
    if (chosen == null) return Finding.none();
    ArrayNode array = Values.array();
    array.addAll(Arrays.asList(chosen));
    Finding made = search.made(array, true);
    return made instanceof Finding.Found && except.contains(Values.normal(array))
        ? new Finding.Unknown("an array among many that are left out")
        : made;
  }

  private static JsonNode @Nullable [] matched(List<List<JsonNode>> choices) {
    Map<JsonNode, Integer> owner = new HashMap<>();
    JsonNode[] chosen = new JsonNode[choices.size()];
    for (int i = 0; i < choices.size(); i++)
      if (!give(i, choices, owner, chosen, new HashSet<>())) return null;
    return chosen;
  }

  private static boolean give(
      int item,
      List<List<JsonNode>> choices,
      Map<JsonNode, Integer> owner,
      JsonNode[] chosen,
      Set<JsonNode> tried) {
    for (JsonNode value : choices.get(item)) {
      if (!tried.add(value)) continue;
      Integer other = owner.get(value);
      if (other == null || give(other, choices, owner, chosen, tried)) {
        owner.put(value, item);
        chosen[item] = value;
        return true;
      }
    }
    return false;
  }
}
