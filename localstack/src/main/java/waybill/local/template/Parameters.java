package waybill.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the template's parameters: those given, else their defaults. */
final class Parameters {
  private Parameters() {}

  static Map<String, String> values(Fields declared, Map<String, String> given) {
    for (var name : given.keySet()) {
      if (!declared.has(name)) throw TemplateException.unknown(declared.at(name));
    }
    var values = new LinkedHashMap<String, String>();
    declared.each((name, parameter) -> values.put(name, value(parameter, given.get(name))));
    return values;
  }

  private static String value(Fields parameter, @Nullable String given) {
    var value = given != null ? given : parameter.maybeText("Default");
    if (value == null) {
      throw new TemplateException(parameter.path() + " has no default and was not given");
    }
    var allowed = parameter.texts("AllowedValues");
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw new TemplateException(
          parameter.path() + " must be one of " + allowed + ", not " + value);
    }
    return value;
  }
}
