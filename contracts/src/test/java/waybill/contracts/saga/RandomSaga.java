package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import waybill.contracts.Json;
import waybill.contracts.Kind;

/** A saga of two steps with contracts made of a seed: what is asked for is like what is known. */
final class RandomSaga {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  final JsonNode input;
  final JsonNode reply;
  final JsonNode otherReply;
  final JsonNode command;
  final JsonNode saga;
  private final Random random;
  private final Depot depot = new Depot();

  RandomSaga(long seed) {
    this.random = new Random(seed);
    this.command = document(true);
    this.input = like(command);
    this.reply = like(command);
    this.otherReply = like(command);
    this.saga = saga();
    depot.add("shop.paid/1", Kind.EVENT, List.of("sagas"), input);
    depot.add("till.charged/1", Kind.REPLY, List.of("sagas"), reply);
    depot.add("till.charged/2", Kind.REPLY, List.of("sagas"), otherReply);
    depot.add("depot.send/1", Kind.COMMAND, List.of(), command);
    depot.add("till.charge/1", Kind.COMMAND, List.of(), Depot.json("{'type':'object'}"));
  }

  boolean passes() {
    return depot.violations(saga).isEmpty();
  }

  Told told() {
    return SagaFile.read(saga).steps().get(1).told();
  }

  private JsonNode saga() {
    ObjectNode with = Json.object();
    command
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name ->
                with.put(
                    "/" + name, (random.nextInt(3) > 0 ? "/input/" : "/replies/charge/") + name));
    ObjectNode saga =
        Depot.json(
                """
                {'owner':'shop','summary':'A test.','begins':'shop.paid/1','steps':[
                  {'name':'charge','command':'till.charge/1',
                   'done':['till.charged/1','till.charged/2']},
                  {'name':'send','command':'depot.send/1','done':['depot.sent/1']}]}
                """)
            .deepCopy();
    ((ObjectNode) saga.at("/steps/1")).set("with", with);
    return saga;
  }

  private ObjectNode document(boolean closed) {
    ObjectNode object = Json.object().put("type", "object");
    if (closed) object.put("additionalProperties", false);
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = object.putArray("required");
    for (String name : NAMES.subList(0, 1 + random.nextInt(2))) {
      properties.set(name, value(2));
      if (random.nextBoolean()) required.add(name);
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 3)) {
      case 0 -> Json.object().put("type", "string").put("maxLength", 1 + random.nextInt(5));
      case 1 -> Json.object().put("type", "integer").put("minimum", random.nextInt(3));
      case 2 -> Json.object().put("type", "boolean");
      case 3, 4 -> object(depth);
      case 5 -> Json.object().put("type", "array").set("items", value(depth - 1));
      default -> {
        ObjectNode some = Json.object();
        some.putArray("anyOf").add(value(depth - 1)).add(value(depth - 1));
        yield some;
      }
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = Json.object().put("type", "object");
    if (random.nextInt(3) > 0) object.put("additionalProperties", false);
    for (int i = random.nextInt(3); i >= 0; i--)
      object.withObjectProperty("properties").set(one(NAMES), value(depth - 1));
    if (random.nextBoolean()) object.putArray("required").add(one(NAMES));
    return object;
  }

  /** Open more often, with other names too, with more required, and now and then another thing. */
  private JsonNode like(JsonNode schema) {
    if (random.nextInt(25) == 0) return value(1);
    ObjectNode like = schema.deepCopy();
    if (like.has("items")) like.set("items", like(schema.path("items")));
    if (like.has("maxLength") && random.nextBoolean()) like.put("maxLength", 1);
    if (like.has("minimum") && random.nextBoolean()) like.put("minimum", 2);
    ArrayNode some = like.has("anyOf") ? like.putArray("anyOf") : null;
    if (some != null) schema.path("anyOf").forEach(one -> some.add(like(one)));
    if (!like.path("type").asText().equals("object")) return like;
    ObjectNode properties = like.putObject("properties");
    schema
        .path("properties")
        .properties()
        .forEach(p -> properties.set(p.getKey(), like(p.getValue())));
    if (random.nextInt(3) == 0) properties.set(one(NAMES), value(1));
    properties.fieldNames().forEachRemaining(like.putArray("required")::add);
    if (random.nextInt(5) == 0) like.putArray("required");
    if (random.nextInt(3) > 0) like.remove("additionalProperties");
    return random.nextInt(5) == 0 ? referred(like) : like;
  }

  /** The same by way of all that a schema may be made of. */
  private ObjectNode referred(ObjectNode schema) {
    ObjectNode whole = Json.object();
    whole.putArray("allOf").add(schema).add(Json.object().put("minProperties", 0));
    return whole;
  }

  private <T> T one(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }
}
