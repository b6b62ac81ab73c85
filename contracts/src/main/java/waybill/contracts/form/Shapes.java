package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the shape from a schema that needs nothing but itself. Whatever is not fixed (a union, a
 * free object, a part that holds itself) is kept as JSON; so each document that the schema lets
 * pass has its places.
 */
final class Shapes {
  private final Together.Root root;

  private Shapes(Together.Root root) {
    this.root = root;
  }

  /**
   * @throws NoMapping if it can't be told
   */
  static Shape of(JsonNode schema) {
    Together.Root root = new Together.Root(schema);
    return new Shapes(root).shape(root.together(schema, Set.of()));
  }

  private Shape shape(Together together) {
    Set<Types> types = Types.of(together, root);
    boolean nullable = types.remove(Types.NULL);
    Shape shape = shape(types, together);
    return nullable && shape != Shape.Scalar.JSON ? new Shape.Nullable(shape) : shape;
  }

  private Shape shape(Set<Types> types, Together together) {
    if (types.equals(Set.of(Types.WHOLE, Types.DECIMAL))) return Shape.Scalar.DECIMAL;
    if (types.size() != 1) return Shape.Scalar.JSON;
    return switch (types.iterator().next()) {
      case FLAG -> Shape.Scalar.FLAG;
      case WHOLE -> Shape.Scalar.WHOLE;
      case DECIMAL -> Shape.Scalar.DECIMAL;
      case TEXT -> Shape.Scalar.TEXT;
      case LIST -> list(withItsOnly(together));
      case OBJECT -> object(withItsOnly(together));
      case NULL -> Shape.Scalar.JSON;
    };
  }

  /** Of alternatives of which all but one are null, that one holds too. */
  private Together withItsOnly(Together together) {
    List<JsonNode> schemas = new ArrayList<>(together.schemas());
    Set<String> references = new HashSet<>(together.references());
    for (List<JsonNode> branches : together.alternatives()) {
      List<JsonNode> present =
          branches.stream()
              .filter(branch -> !"null".equals(branch.path("type").textValue()))
              .toList();
      if (present.size() == 1) {
        Together only = root.together(present.get(0), together.references());
        schemas.addAll(only.schemas());
        references.addAll(only.references());
      }
    }
    return new Together(schemas, references, false);
  }

  private Shape list(Together together) {
    JsonNode items = together.at("items");
    Shape item =
        items.isMissingNode() || together.has("prefixItems")
            ? Shape.Scalar.JSON
            : under(items, together);
    return new Shape.ListOf(item, !together.asksForOne("minItems"));
  }

  private Shape under(JsonNode schema, Together together) {
    return shape(root.together(schema, together.references()));
  }

  private Shape object(Together together) {
    Map<String, JsonNode> properties = together.under("properties");
    if (properties.isEmpty() && !together.isClosed()) return map(together);
    List<Shape.Field> fields = new ArrayList<>();
    properties.forEach((name, schema) -> fields.add(field(name, schema, together)));
    return new Shape.Struct(fields, !together.isClosed(), together.says());
  }

  private Shape.Field field(String name, JsonNode schema, Together together) {
    Together said = root.together(schema, together.references());
    return new Shape.Field(name, shape(said), together.requires(name), said.says());
  }

  private Shape map(Together together) {
    JsonNode values = together.at("additionalProperties");
    Map<String, JsonNode> patterns = together.under("patternProperties");
    if (!values.isObject() || !patterns.isEmpty()) return Shape.Scalar.JSON;
    return new Shape.MapOf(under(values, together), !together.asksForOne("minProperties"));
  }
}
