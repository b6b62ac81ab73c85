package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import waybill.contracts.Json;

/** A tree as elements, in the order in which the fields are declared. */
final class XmlWriter {
  private static final String NIL = " xmlns:xsi=\"" + XmlForm.INSTANCE + "\" xsi:nil=\"true\"";

  private final StringBuilder out = new StringBuilder();

  String document(String root, String namespace, Shape shape, JsonNode document) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(root, " xmlns=\"" + namespace + '"', shape, document);
    return out.append('\n').toString();
  }

  private void element(String name, String attributes, Shape shape, JsonNode value) {
    out.append('<').append(name).append(attributes);
    if (shape.isNullable() && value.isNull()) {
      out.append(NIL).append("/>");
      return;
    }
    out.append('>');
    content(shape.present(), value);
    out.append("</").append(name).append('>');
  }

  private void content(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Struct struct) struct(struct, value);
    else if (shape instanceof Shape.ListOf list) list(list.item(), value);
    else if (shape instanceof Shape.MapOf map) map(map.value(), value);
    else out.append(XmlText.escaped(scalar((Shape.Scalar) shape, value), false));
  }

  private void struct(Shape.Struct struct, JsonNode object) {
    if (!object.isObject()) throw new Unmappable("has a value where an object belongs");
    for (Shape.Field field : struct.fields()) {
      JsonNode value = object.path(field.name());
      if (!value.isMissingNode()) element(field.name(), "", field.shape(), value);
    }
    if (object.properties().stream().allMatch(one -> struct.names(one.getKey()))) return;
    if (!struct.open()) throw new Unmappable("has a property that its contract does not name");
    out.append('<').append(Shape.MORE).append('>');
    for (Map.Entry<String, JsonNode> one : object.properties())
      if (!struct.names(one.getKey())) entry(one, Shape.Scalar.JSON);
    out.append("</").append(Shape.MORE).append('>');
  }

  private void list(Shape item, JsonNode list) {
    if (!list.isArray()) throw new Unmappable("has a value where a list belongs");
    list.forEach(one -> element(XmlForm.ITEM, "", item, one));
  }

  private void map(Shape value, JsonNode map) {
    if (!map.isObject()) throw new Unmappable("has a value where an object belongs");
    map.properties().forEach(one -> entry(one, value));
  }

  private void entry(Map.Entry<String, JsonNode> one, Shape value) {
    String name = XmlText.escaped(one.getKey(), true);
    element(XmlForm.ENTRY, " " + XmlForm.NAME + "=\"" + name + '"', value, one.getValue());
  }

  private static String scalar(Shape.Scalar scalar, JsonNode value) {
    return switch (scalar) {
      case TEXT -> {
        if (!value.isTextual()) throw new Unmappable("has a value where a text belongs");
        yield value.textValue();
      }
      case FLAG -> {
        if (!value.isBoolean()) throw new Unmappable("has a value where true or false belongs");
        yield String.valueOf(value.booleanValue());
      }
      case WHOLE, DECIMAL -> number(scalar, value);
      case JSON -> Json.write(value);
    };
  }

  private static String number(Shape.Scalar scalar, JsonNode value) {
    if (!value.isNumber()) throw new Unmappable("has a value where a number belongs");
    BigDecimal exact = Numeric.decimal(value);
    if (scalar == Shape.Scalar.WHOLE && exact.signum() != 0) exact = whole(exact);
    if (Math.max(exact.precision() - exact.scale(), exact.scale()) >= Json.NUMBER_DIGITS_MAX)
      throw new Unmappable("has a number that takes too many digits without an exponent");
    return exact.toPlainString();
  }

  private static BigDecimal whole(BigDecimal value) {
    if (value.stripTrailingZeros().scale() > 0)
      throw new Unmappable("has a fraction where a whole number belongs");
    return value;
  }
}
