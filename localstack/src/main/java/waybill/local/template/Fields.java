package waybill.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map of the template with the path that leads to it, so that each complaint names its place. */
record Fields(String path, Map<String, ?> map) {

  static Fields of(String path, @Nullable Object value) {
    if (value == null) return new Fields(path, Map.of());
    if (!(value instanceof Map<?, ?> raw)) throw new TemplateException(path + " must be a map");
    var map = new LinkedHashMap<String, Object>();
    raw.forEach(
        (key, item) -> {
          if (item != null) map.put(String.valueOf(key), item);
        });
    return new Fields(path, map);
  }

  boolean has(String name) {
    return map.containsKey(name);
  }

  @Nullable Object get(String name) {
    return map.get(name);
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Fields fields(String name) {
    return of(at(name), map.get(name));
  }

  String text(String name) {
    var text = maybeText(name);
    if (text == null) throw new TemplateException(at(name) + " is missing");
    return text;
  }

  @Nullable String maybeText(String name) {
    var value = map.get(name);
    if (value instanceof Map || value instanceof List) {
      throw new TemplateException(at(name) + " must be a single value");
    }
    return value == null ? null : value.toString();
  }

  String text(String name, String otherwise) {
    var text = maybeText(name);
    return text == null ? otherwise : text;
  }

  boolean flag(String name) {
    return "true".equals(maybeText(name));
  }

  int number(String name, int otherwise) {
    var text = maybeText(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateException(at(name) + " must be a whole number, not " + text);
    }
  }

  List<String> texts(String name) {
    return Yaml.listOf(map.get(name)).stream().map(String::valueOf).toList();
  }

  List<Fields> list(String name) {
    var list = new ArrayList<Fields>();
    for (var item : Yaml.listOf(map.get(name))) {
      list.add(of(at(name) + "[" + list.size() + "]", item));
    }
    return list;
  }

  void each(BiConsumer<String, Fields> action) {
    map.keySet().forEach(name -> action.accept(name, fields(name)));
  }
}
