package waybill.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The template's conditions, and what is in the template under them. */
final class Conditions {
  private final Map<String, Boolean> values = new TreeMap<>();

  private Conditions() {}

  static Conditions of(Fields declared, Resolver resolver) {
    var conditions = new Conditions();
    declared.each(
        (name, condition) ->
            conditions.values.put(name, holds(condition.path(), condition.map(), resolver)));
    return conditions;
  }

  private static boolean holds(String path, @Nullable Object condition, Resolver resolver) {
    if (condition instanceof Map<?, ?> map && map.size() == 1) {
      var equals = Yaml.listOf(map.get("Fn::Equals"));
      if (equals.size() == 2) {
        return Objects.equals(
            resolver.resolve(path, equals.get(0)), resolver.resolve(path, equals.get(1)));
      }
      List<?> not = Yaml.listOf(map.get("Fn::Not"));
      if (not.size() == 1) return !holds(path, not.get(0), resolver);
    }
    throw TemplateException.unknown(path);
  }

  /** The entries whose condition holds, and those that have none. */
  Fields kept(Fields entries) {
    var kept = new LinkedHashMap<String, @Nullable Object>();
    entries.each(
        (id, entry) -> {
          var name = entry.maybeText("Condition");
          if (name != null && !values.containsKey(name)) {
            throw new TemplateException(
                entry.at("Condition") + " names " + name + ", which is not a condition");
          }
          if (name == null || values.getOrDefault(name, false)) kept.put(id, entry.map());
        });
    return Fields.of(entries.path(), kept);
  }
}
