package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Malformed;

/** What was read of a message by number becomes properties in their order. */
record Assembly(Message message, Map<Integer, JsonNode> read) {

  ObjectNode object() {
    Map<String, JsonNode> byName = new HashMap<>();
    for (Message.Numbered slot : message.slots()) add(slot.slot(), slot.number(), byName);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Shape.Field field : message.struct().fields()) {
      JsonNode value = byName.get(field.name());
      if (value != null) object.set(field.name(), value);
      else if (field.required() && isMany(field)) object.set(field.name(), empty(field));
    }
    for (Message.Numbered slot : message.slots())
      if (slot.slot().role() == Slot.Role.MORE) more(read.get(slot.number()), object);
    return object;
  }

  private void add(Slot slot, int number, Map<String, JsonNode> byName) {
    JsonNode value = read.get(number);
    String name = slot.property().name();
    switch (slot.role()) {
      case VALUE -> put(name, value, byName);
      case NULL_FLAG -> put(name, isRaised(value) ? NullNode.getInstance() : null, byName);
      case EMPTY_FLAG -> put(name, isRaised(value) ? empty(slot.property()) : null, byName);
      case MORE -> {}
    }
  }

  private static void put(String name, @Nullable JsonNode value, Map<String, JsonNode> byName) {
    if (value != null && byName.put(name, value) != null)
      throw new Malformed("has a value, and a flag that says there is none");
  }

  private static boolean isRaised(@Nullable JsonNode flag) {
    return flag != null && flag.booleanValue();
  }

  private static boolean isMany(Shape.Field field) {
    Shape shape = field.shape().present();
    return shape instanceof Shape.ListOf || shape instanceof Shape.MapOf;
  }

  private static JsonNode empty(Shape.Field field) {
    return field.shape().present() instanceof Shape.ListOf
        ? JsonNodeFactory.instance.arrayNode()
        : JsonNodeFactory.instance.objectNode();
  }

  private void more(@Nullable JsonNode others, ObjectNode object) {
    if (others == null) return;
    for (Map.Entry<String, JsonNode> one : others.properties()) {
      if (message.struct().names(one.getKey()))
        throw new Malformed("has a property that has a field of its own");
      object.set(one.getKey(), one.getValue());
    }
  }
}
