package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import waybill.contracts.Json;

/** An object as a message. What would not be read back as it was is refused. */
final class ProtoWriter {
  private final Message message;
  private final JsonNode object;
  private final WireOut out = new WireOut();

  private ProtoWriter(Message message, JsonNode object) {
    this.message = message;
    this.object = object;
  }

  static byte[] message(Message message, JsonNode object) {
    if (!object.isObject()) throw new Unmappable("has a value where an object belongs");
    return new ProtoWriter(message, object).written();
  }

  private byte[] written() {
    message.slots().forEach(this::write);
    if (!message.struct().open() && !object.properties().stream().allMatch(this::isNamed))
      throw new Unmappable("has a property that its contract does not name");
    return out.bytes();
  }

  private boolean isNamed(Map.Entry<String, JsonNode> property) {
    return message.struct().names(property.getKey());
  }

  private void write(Message.Numbered numbered) {
    JsonNode value = object.path(numbered.slot().property().name());
    switch (numbered.slot().role()) {
      case MORE -> more(numbered.number());
      case NULL_FLAG -> flag(numbered.number(), value.isNull());
      case EMPTY_FLAG -> flag(numbered.number(), value.isContainerNode() && value.isEmpty());
      case VALUE -> value(numbered, value);
    }
  }

  private void flag(int number, boolean raised) {
    if (raised) out.flag(number, true);
  }

  private void more(int number) {
    for (Map.Entry<String, JsonNode> one : object.properties())
      if (!isNamed(one))
        out.bytes(
            number,
            new WireOut()
                .bytes(1, Utf8.bytes(one.getKey()))
                .bytes(2, Utf8.bytes(Json.write(one.getValue())))
                .bytes());
  }

  private void value(Message.Numbered numbered, JsonNode value) {
    Slot slot = numbered.slot();
    boolean nullable = slot.property().shape().isNullable();
    if (nullable && value.isNull()) return;
    switch (slot.many()) {
      case ONE -> {
        if (!value.isMissingNode()) one(numbered.number(), numbered, value, out);
      }
      case LIST -> list(numbered, value);
      case MAP -> map(numbered, value);
    }
  }

  private void list(Message.Numbered numbered, JsonNode list) {
    if (isLeftOut(numbered, list)) return;
    if (!list.isArray()) throw new Unmappable("has a value where a list belongs");
    if (Scalars.isPacked(numbered.slot().item()) && !list.isEmpty()) {
      WireOut packed = new WireOut();
      for (JsonNode item : list) Scalars.write(numbered.scalar(), item, packed);
      out.bytes(numbered.number(), packed.bytes());
    } else {
      for (JsonNode item : list) one(numbered.number(), numbered, item, out);
    }
  }

  private void map(Message.Numbered numbered, JsonNode map) {
    if (isLeftOut(numbered, map)) return;
    if (!map.isObject()) throw new Unmappable("has a value where an object belongs");
    for (Map.Entry<String, JsonNode> one : map.properties()) {
      WireOut entry = new WireOut().bytes(1, Utf8.bytes(one.getKey()));
      one(2, numbered, one.getValue(), entry);
      out.bytes(numbered.number(), entry.bytes());
    }
  }

  /** Nothing is read back as an empty one, or as none. */
  private static boolean isLeftOut(Message.Numbered numbered, JsonNode value) {
    Slot slot = numbered.slot();
    if (value.isMissingNode() && slot.property().required())
      throw new Unmappable("lacks a list that its contract requires");
    if (value.isContainerNode() && value.isEmpty() && !slot.readsNothingAsEmpty())
      throw new Unmappable("has an empty list that its contract does not let pass");
    return value.isMissingNode();
  }

  private static void one(int number, Message.Numbered numbered, JsonNode value, WireOut to) {
    Message held = numbered.message();
    if (held != null) {
      to.bytes(number, message(held, numbered.slot().boxed() ? Boxes.around(value) : value));
      return;
    }
    to.tag(number, Scalars.wireType(numbered.scalar()));
    Scalars.write(numbered.scalar(), value, to);
  }
}
