package waybill.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a record with a schema, both ways, and says where they differ. */
final class Drift {
  private static final Map<Type, String> TYPES =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(Instant.class, "string"),
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(JsonNode.class, "object"));

  private final Function<ContractId, JsonNode> schemas;
  private final List<String> found = new ArrayList<>();

  private Drift(Function<ContractId, JsonNode> schemas) {
    this.schemas = schemas;
  }

  static List<String> between(
      JsonNode schema, Class<?> type, Function<ContractId, JsonNode> schemas) {
    Drift drift = new Drift(schemas);
    drift.compare("", schema, type, null);
    return drift.found;
  }

  private void compare(
      String at, JsonNode written, Class<?> type, @Nullable AnnotatedType annotated) {
    JsonNode schema = resolved(written);
    if (type.isRecord()) {
      expect(at, "type", text(schema, "type"), "object");
      components(at, schema, type);
    } else if (type == List.class && annotated instanceof AnnotatedParameterizedType list) {
      AnnotatedType item = list.getAnnotatedActualTypeArguments()[0];
      expect(at, "type", text(schema, "type"), "array");
      compare(at + "/*", schema.path("items"), raw(item), item);
    } else if (type.isEnum()) {
      expect(at, "type", text(schema, "type"), "string");
      expect(at, "enum", strings(schema.path("enum")), constants(type));
    } else if (type == JsonNode.class && !schema.has("type")) {
      expect(at, "enum", schema.has("enum"), false);
    } else {
      expect(at, "type", text(schema, "type"), String.valueOf(TYPES.get(type)));
      expect(at, "enum", schema.has("enum"), false);
      expect(at, "format", "date-time".equals(text(schema, "format")), type == Instant.class);
    }
  }

  private void components(String at, JsonNode schema, Class<?> type) {
    JsonNode properties = schema.path("properties");
    Set<String> names = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = named(component);
      names.add(name);
      AnnotatedType annotated = component.getAnnotatedType();
      if (!annotated.isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
      if (properties.has(name)) {
        compare(at + "/" + name, properties.path(name), component.getType(), annotated);
      }
    }
    expect(
        at,
        "properties",
        Set.copyOf(properties.propertyStream().map(Map.Entry::getKey).toList()),
        names);
    expect(at, "required", strings(schema.path("required")), required);
  }

  private static String named(RecordComponent component) {
    JsonProperty otherwise = component.getAccessor().getAnnotation(JsonProperty.class);
    return otherwise == null
        ? SnakeCaseStrategy.INSTANCE.translate(component.getName())
        : otherwise.value();
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = text(schema, "$ref");
    if (reference == null) {
      return schema;
    }
    return schemas.apply(ContractId.parse(reference.substring("waybill:".length())));
  }

  private void expect(String at, String what, @Nullable Object schema, Object java) {
    if (!java.equals(schema)) {
      found.add(at + " " + what + ": the schema says " + schema + ", the record " + java);
    }
  }

  private static Class<?> raw(AnnotatedType item) {
    return (Class<?>) item.getType();
  }

  private static Set<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> Json.tree(constant).asText())
        .collect(Collectors.toSet());
  }

  private static Set<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static @Nullable String text(JsonNode schema, String name) {
    return schema.path(name).textValue();
  }
}
