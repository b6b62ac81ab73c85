package waybill.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables. */
final class Tables {
  private Tables() {}

  static Table table(Resource resource) {
    var properties = resource.properties();
    var types = new LinkedHashMap<String, String>();
    for (var attribute : properties.list("AttributeDefinitions")) {
      types.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
    }
    return new Table(
        resource.id(),
        resource.names().ref(),
        types,
        keys(properties),
        indexes(properties, "GlobalSecondaryIndexes"),
        indexes(properties, "LocalSecondaryIndexes"),
        properties.fields("StreamSpecification").maybeText("StreamViewType"),
        expiry(properties.fields("TimeToLiveSpecification")));
  }

  private static List<Table.Key> keys(Fields owner) {
    return owner.list("KeySchema").stream()
        .map(key -> new Table.Key(key.text("AttributeName"), key.text("KeyType")))
        .toList();
  }

  private static List<Table.Index> indexes(Fields properties, String name) {
    return properties.list(name).stream()
        .map(
            index ->
                new Table.Index(
                    index.text("IndexName"),
                    keys(index),
                    index.fields("Projection").text("ProjectionType"),
                    index.fields("Projection").texts("NonKeyAttributes")))
        .toList();
  }

  private static @Nullable String expiry(Fields specification) {
    return specification.flag("Enabled") ? specification.text("AttributeName") : null;
  }
}
