package waybill.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What this machine knows of a template, as the shapes in known.yaml: {@code value} is a scalar,
 * {@code a|b} one of some, {@code accepted} anything without a meaning here, {@code "*"} any name.
 */
final class Known {
  private final Map<?, ?> shapes;

  private Known(Map<?, ?> shapes) {
    this.shapes = shapes;
  }

  static Known load() {
    try (var in = Known.class.getResourceAsStream("known.yaml")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Known((Map<?, ?>) Yaml.read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String section, String name) {
    return shapes.get(section) instanceof Map<?, ?> map && map.containsKey(name);
  }

  /** Refuses everything in the value that the shape does not have. */
  void check(String section, String name, String path, @Nullable Object value) {
    if (!(shapes.get(section) instanceof Map<?, ?> map) || !map.containsKey(name)) {
      throw TemplateException.unknown(path + " (" + name + ")");
    }
    check(path, value, map.get(name));
  }

  private void check(String path, @Nullable Object value, @Nullable Object shape) {
    if (value == null || "accepted".equals(shape)) return;
    if (shape instanceof Map<?, ?> known) {
      checkMap(path, value, known);
    } else if (shape instanceof List<?> known) {
      int index = 0;
      for (var item : Yaml.listOf(value)) check(path + "[" + index++ + "]", item, known.get(0));
    } else {
      checkScalar(path, value, String.valueOf(shape));
    }
  }

  private void checkMap(String path, Object value, Map<?, ?> known) {
    if (!(value instanceof Map<?, ?> map)) throw new TemplateException(path + " must be a map");
    for (var entry : map.entrySet()) {
      var name = String.valueOf(entry.getKey());
      var at = path.isEmpty() ? name : path + "." + name;
      var shape = known.containsKey(name) ? known.get(name) : known.get("*");
      if (shape == null) throw TemplateException.unknown(at);
      check(at, entry.getValue(), shape);
    }
  }

  private static void checkScalar(String path, Object value, String shape) {
    if (value instanceof Map || value instanceof List) {
      throw new TemplateException(path + " must be a single value");
    }
    if (!shape.equals("value") && !Arrays.asList(shape.split("\\|")).contains(value.toString())) {
      throw TemplateException.unknown(path + " = " + value);
    }
  }
}
