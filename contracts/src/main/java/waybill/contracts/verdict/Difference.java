package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One place at which two schemas are not written alike; what that means is for a verdict. */
public record Difference(Change change, String pointer) {
  /** The rest is not listed. */
  public static final int LISTED_MAX = 500;

  /** What happened at the place. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** Pointers into the new schema; for what was removed, into the old one. */
  public static List<Difference> between(JsonNode old, JsonNode now) {
    List<Difference> found = new ArrayList<>();
    compare("", old, now, found);
    return List.copyOf(found);
  }

  private static void compare(String at, JsonNode old, JsonNode now, List<Difference> found) {
    if (found.size() >= LISTED_MAX || old.equals(now)) return;
    if (!old.isObject() || !now.isObject()) {
      found.add(new Difference(Change.CHANGED, at));
      return;
    }
    old.properties()
        .forEach(
            field -> {
              String pointer = at + "/" + escaped(field.getKey());
              if (now.has(field.getKey()))
                compare(pointer, field.getValue(), now.path(field.getKey()), found);
              else add(Change.REMOVED, pointer, found);
            });
    now.properties()
        .forEach(
            field -> {
              if (!old.has(field.getKey()))
                add(Change.ADDED, at + "/" + escaped(field.getKey()), found);
            });
  }

  private static void add(Change change, String pointer, List<Difference> found) {
    if (found.size() < LISTED_MAX) found.add(new Difference(change, pointer));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
