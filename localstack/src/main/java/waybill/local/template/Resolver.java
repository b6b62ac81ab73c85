package waybill.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces Ref, GetAtt, Sub and Split by what they mean on this machine. */
final class Resolver {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Map<String, String> parameters;
  private final Fields resources;
  private final Ground ground;
  private final Set<String> beingNamed = new HashSet<>();

  Resolver(Map<String, String> parameters, Fields resources, Ground ground) {
    this.parameters = parameters;
    this.resources = resources;
    this.ground = ground;
  }

  Ground ground() {
    return ground;
  }

  @Nullable Object resolve(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) return resolveMap(path, map);
    if (value instanceof List<?> list) {
      var resolved = new ArrayList<@Nullable Object>();
      for (var item : list) resolved.add(resolve(path + "[" + resolved.size() + "]", item));
      return resolved;
    }
    return value;
  }

  private @Nullable Object resolveMap(String path, Map<?, ?> map) {
    if (map.size() == 1) {
      var entry = map.entrySet().iterator().next();
      var name = String.valueOf(entry.getKey());
      var argument = entry.getValue();
      if (name.equals("Ref")) return ref(path, String.valueOf(argument));
      if (name.equals("Fn::GetAtt")) return getAtt(path, joined(argument));
      if (name.equals("Fn::Sub")) return sub(path, argument);
      if (name.equals("Fn::Split")) return split(path, argument);
      if (name.startsWith("Fn::")) {
        throw TemplateException.unknown(path + "." + name);
      }
    }
    var resolved = new LinkedHashMap<String, @Nullable Object>();
    map.forEach(
        (key, item) ->
            resolved.put(
                String.valueOf(key), resolve(path.isEmpty() ? "" + key : path + "." + key, item)));
    return resolved;
  }

  private static String joined(@Nullable Object argument) {
    return String.join(".", Yaml.listOf(argument).stream().map(String::valueOf).toList());
  }

  private String ref(String path, String name) {
    var pseudo = ground.pseudoParameters().get(name);
    if (pseudo != null) return pseudo;
    var parameter = parameters.get(name);
    if (parameter != null) return parameter;
    if (name.startsWith("AWS::")) throw TemplateException.unknown(path + ": " + name);
    if (name.endsWith(".Alias")) return getAtt(path, name); // as SAM writes it
    return named(path, name).ref();
  }

  private String getAtt(String path, String target) {
    int dot = target.indexOf('.');
    if (dot < 0) throw new TemplateException(path + ": GetAtt needs a resource and an attribute");
    var name = target.substring(0, dot);
    var value = named(path, name).attribute(target.substring(dot + 1));
    if (value == null) throw TemplateException.unknown(path + ": " + target);
    return value;
  }

  private String sub(String path, @Nullable Object argument) {
    var parts = Yaml.listOf(argument);
    var own = Fields.of(path, parts.size() > 1 ? resolve(path, parts.get(1)) : null);
    return PLACEHOLDER
        .matcher(String.valueOf(parts.get(0)))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(placeholder(path, own, match.group(1), match.group(2))));
  }

  private List<String> split(String path, @Nullable Object argument) {
    var parts = Yaml.listOf(argument);
    if (parts.size() != 2)
      throw new TemplateException(path + ": Split needs a separator and a text");
    var text = String.valueOf(resolve(path, parts.get(1)));
    return List.of(text.split(Pattern.quote(String.valueOf(parts.get(0))), -1));
  }

  private String placeholder(String path, Fields own, String literal, String name) {
    if (!literal.isEmpty()) return "${" + name + "}";
    if (own.has(name)) return own.text(name);
    return name.contains(".") ? getAtt(path, name) : ref(path, name);
  }

  private Names named(String path, String id) {
    if (!resources.has(id)) {
      throw new TemplateException(path + " refers to " + id + ", which is not in the template");
    }
    if (!beingNamed.add(id)) throw new TemplateException(path + " refers to itself through " + id);
    try {
      return Names.of(id, resources.fields(id), this, ground);
    } finally {
      beingNamed.remove(id);
    }
  }
}
