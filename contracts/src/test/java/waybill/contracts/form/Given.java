package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Json;

/** Forms of schemas that no contract has. */
final class Given {
  static final ContractId ID = new ContractId("orders.note-taken", 3);

  private Given() {}

  static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  static JsonNode closed(String properties) {
    return json("{'type':'object','additionalProperties':false,'properties':" + properties + "}");
  }

  static JsonNode open(String properties) {
    return json("{'type':'object','properties':" + properties + "}");
  }

  static Form xml(JsonNode schema) {
    return new XmlForm(ID, Shapes.of(schema));
  }

  static Form protobuf(JsonNode schema) {
    return protobuf(schema, null);
  }

  static Form protobuf(JsonNode schema, @Nullable JsonNode before) {
    Shape shape = Shapes.of(schema);
    return new ProtoForm(message(schema, before), !(shape instanceof Shape.Struct));
  }

  static Message message(JsonNode schema, @Nullable JsonNode before) {
    return Message.of(
        "NoteTaken", Shapes.of(schema), Numbers.read(Numbers.next(before, schema).orElseThrow()));
  }

  static String proto(JsonNode schema, @Nullable JsonNode before) {
    return ProtoFile.of(ID, message(schema, before));
  }

  static String xsd(JsonNode schema) {
    return Xsd.of(ID, Shapes.of(schema));
  }
}
