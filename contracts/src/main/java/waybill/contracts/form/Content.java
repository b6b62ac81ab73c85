package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.Malformed;

/** What one element holds, while it is read: text or elements, never both. */
final class Content {
  private final Shape shape;
  private final StringBuilder text = new StringBuilder();
  private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
  private final ObjectNode children = JsonNodeFactory.instance.objectNode();
  private @Nullable JsonNode rest;

  Content(Shape shape) {
    this.shape = shape;
  }

  boolean isList() {
    return shape instanceof Shape.ListOf;
  }

  boolean isMap() {
    return shape instanceof Shape.MapOf;
  }

  boolean isTheRest(String name) {
    return shape instanceof Shape.Struct struct && struct.open() && name.equals(Shape.MORE);
  }

  /** Of an element of this name inside; one that nobody knows is read as what it looks like. */
  Shape shapeOf(String name) {
    if (shape instanceof Shape.ListOf list) return list.item();
    if (shape instanceof Shape.MapOf map) return map.value();
    if (shape instanceof Shape.Struct struct)
      for (Shape.Field field : struct.fields()) if (field.name().equals(name)) return field.shape();
    return Shape.Scalar.TEXT;
  }

  void add(String part) {
    text.append(part);
  }

  void add(String name, JsonNode child) {
    if (isList()) items.add(child);
    else put(name, child);
  }

  private void put(String name, JsonNode child) {
    if (children.has(name)) throw new Malformed("has an element twice that is there once at most");
    children.set(name, child);
  }

  void rest(JsonNode others) {
    if (rest != null) throw new Malformed("has an element twice that is there once at most");
    rest = others;
  }

  JsonNode read() {
    boolean plain = items.isEmpty() && children.isEmpty() && rest == null;
    if (plain && shape instanceof Shape.Scalar scalar) return scalar(scalar, text.toString());
    if (!XmlText.isSpace(text.toString())) {
      if (plain) return TextNode.valueOf(text.toString());
      throw new Malformed("has text between elements");
    }
    if (isList()) return items;
    return shape instanceof Shape.Struct struct ? inOrder(struct) : children;
  }

  private JsonNode inOrder(Shape.Struct struct) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Shape.Field field : struct.fields())
      if (children.has(field.name())) object.set(field.name(), children.get(field.name()));
    for (Map.Entry<String, JsonNode> one : children.properties())
      if (!struct.names(one.getKey())) object.set(one.getKey(), one.getValue());
    if (rest != null)
      for (Map.Entry<String, JsonNode> one : rest.properties()) {
        if (struct.names(one.getKey()) || object.has(one.getKey()))
          throw new Malformed("has a property that has an element of its own");
        object.set(one.getKey(), one.getValue());
      }
    return object;
  }

  private static JsonNode scalar(Shape.Scalar scalar, String text) {
    return switch (scalar) {
      case TEXT -> TextNode.valueOf(text);
      case FLAG -> Lexical.flag(text);
      case WHOLE, DECIMAL -> Lexical.number(text);
      case JSON -> Json.parse(text);
    };
  }
}
