package waybill.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Globals.Function under a function's own properties as SAM merges them: maps join, lists append.
 */
final class Globals {
  private Globals() {}

  static Map<String, @Nullable Object> merge(Map<?, ?> global, Map<?, ?> own) {
    var merged = new LinkedHashMap<String, @Nullable Object>();
    global.forEach((name, value) -> merged.put(String.valueOf(name), value));
    own.forEach(
        (name, value) ->
            merged.merge(String.valueOf(name), value, (below, above) -> join(below, above)));
    return merged;
  }

  private static Object join(Object below, Object above) {
    if (below instanceof Map<?, ?> a && above instanceof Map<?, ?> b) return merge(a, b);
    if (below instanceof List<?> a && above instanceof List<?> b) {
      var list = new ArrayList<Object>(a);
      list.addAll(b);
      return list;
    }
    return above;
  }
}
