package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import waybill.contracts.Malformed;

/**
 * A message as an object. Stricter than others: a field that is there twice, or that nobody knows,
 * would be understood by each reader in its own way.
 */
final class ProtoReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Message message;
  private final WireIn in;
  private final Map<Integer, JsonNode> read = new HashMap<>();

  private ProtoReader(Message message, ByteBuffer in) {
    this.message = message;
    this.in = new WireIn(in);
  }

  static ObjectNode message(Message message, ByteBuffer in) {
    return new ProtoReader(message, in).object();
  }

  private ObjectNode object() {
    Map<Integer, Message.Numbered> known = new HashMap<>();
    message.slots().forEach(slot -> known.put(slot.number(), slot));
    while (in.hasMore()) {
      Message.Numbered slot = known.get(in.number());
      if (slot == null) throw new Malformed("has a field number that its contract does not have");
      field(slot);
    }
    return new Assembly(message, read).object();
  }

  private void field(Message.Numbered slot) {
    switch (slot.slot().many()) {
      case ONE -> {
        if (read.put(slot.number(), one(slot, in)) != null)
          throw new Malformed("has a field twice that is there once at most");
      }
      case LIST -> list(slot, (ArrayNode) many(slot, NODES.arrayNode()));
      case MAP -> entry(slot, (ObjectNode) many(slot, NODES.objectNode()));
    }
  }

  private JsonNode many(Message.Numbered slot, JsonNode none) {
    return read.computeIfAbsent(slot.number(), number -> none);
  }

  private void list(Message.Numbered slot, ArrayNode list) {
    if (!Scalars.isPacked(slot.slot().item()) || in.type() != WireOut.LENGTH) {
      list.add(one(slot, in));
      return;
    }
    WireIn packed = new WireIn(in.inside());
    while (packed.hasMore()) list.add(Scalars.read(slot.scalar(), packed));
  }

  private void entry(Message.Numbered slot, ObjectNode map) {
    in.expect(WireOut.LENGTH);
    WireIn entry = new WireIn(in.inside());
    String key = "";
    JsonNode value = null;
    Set<Integer> seen = new HashSet<>();
    while (entry.hasMore()) {
      int number = entry.number();
      if (number > 2 || !seen.add(number)) throw new Malformed("has an entry that is none");
      if (number == 1) key = text(entry);
      else value = one(slot, entry);
    }
    if (map.has(key)) throw new Malformed("has a duplicate key");
    map.set(key, value == null ? absent(slot) : value);
  }

  /** Who writes an entry may leave out what is nothing. */
  private static JsonNode absent(Message.Numbered slot) {
    Message held = slot.message();
    if (held != null) return unboxed(slot, message(held, ByteBuffer.allocate(0)));
    return Scalars.none(slot.scalar());
  }

  private static JsonNode one(Message.Numbered slot, WireIn in) {
    Message held = slot.message();
    if (held == null) {
      in.expect(Scalars.wireType(slot.scalar()));
      return Scalars.read(slot.scalar(), in);
    }
    in.expect(WireOut.LENGTH);
    return unboxed(slot, message(held, in.inside()));
  }

  private static JsonNode unboxed(Message.Numbered slot, ObjectNode read) {
    if (!slot.slot().boxed()) return read;
    if (!read.has(Shape.BOXED)) throw new Malformed("has a message without its value");
    return read.get(Shape.BOXED);
  }

  private static String text(WireIn in) {
    in.expect(WireOut.LENGTH);
    return Utf8.text(in.bytes());
  }
}
