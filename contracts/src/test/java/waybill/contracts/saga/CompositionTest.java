package waybill.contracts.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.SchemaCheck;
import waybill.contracts.verdict.Samples;

/** What is composed is what was proved. */
class CompositionTest {
  private static final int SEEDS = Integer.getInteger("saga.seeds", 150);
  private static final int SAMPLES = 24;

  private static JsonNode facts(JsonNode input, String step, JsonNode reply) {
    ObjectNode facts = Json.object();
    facts.set("input", input);
    facts.putObject("replies").set(step, reply);
    facts.putObject("saga").put("id", "s.k").put("key", "k");
    return facts;
  }

  private static JsonNode composed(String told, String input, String schema) {
    ObjectNode step = Json.object().put("command", "depot.send/1");
    step.set("with", Depot.json(told));
    ObjectNode saga = Depot.SAGA.deepCopy();
    saga.putArray("completed").add(step);
    return Composition.of(
        SagaFile.read(saga).completed().get(0),
        facts(Depot.json(input), "pack", Json.object()),
        Depot.json(schema));
  }

  @Test
  void whatIsNotThere_isLeftOut() {
    assertThat(composed("{'/a':'/input/a','/b':'/input/b','/k':'/saga/key'}", "{'a':1}", "{}"))
        .isEqualTo(Depot.json("{'a':1,'k':'k'}"));
  }

  @Test
  void aPlaceInside_isMade_andWhatIsConstantIsTheSameEachTime() {
    assertThat(composed("{'/a/b':'/input/x','/a/c':{'value':[7]}}", "{'x':null}", "{}"))
        .isEqualTo(Depot.json("{'a':{'b':null,'c':[7]}}"));
  }

  @Test
  void whatAClosedSchemaDoesNotKnow_isCutOff_howeverDeep() {
    String line = "{'additionalProperties':false,'properties':{'sku':true}}";
    assertThat(
            composed(
                "{'/lines':'/input/lines'}",
                "{'lines':[{'sku':'a','price':1},{'price':2},7]}",
                "{'properties':{'lines':{'items':{'$ref':'#/$defs/line'}}},'$defs':{'line':"
                    + line
                    + "}}"))
        .isEqualTo(Depot.json("{'lines':[{'sku':'a'},{},7]}"));
  }

  @Test
  void whateverPassed_isComposedOfAnyInput_asItsContractSays() {
    int passed = 0;
    int documents = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomSaga random = new RandomSaga(seed);
      if (!random.passes()) continue;
      passed++;
      documents += composedOf(random, seed);
    }
    assertThat(passed).isBetween(SEEDS / 10, SEEDS * 9 / 10);
    assertThat(documents).isGreaterThan(passed * SAMPLES / 2);
  }

  private static int composedOf(RandomSaga random, long seed) {
    SchemaCheck command = SchemaCheck.of(random.command);
    List<JsonNode> inputs = documents(random.input, seed);
    List<JsonNode> replies = documents(random.reply, seed);
    replies.addAll(documents(random.otherReply, seed));
    if (inputs.isEmpty() || replies.isEmpty()) return 0;
    int most = Math.max(inputs.size(), replies.size());
    for (int i = 0; i < most; i++) {
      JsonNode facts =
          facts(inputs.get(i % inputs.size()), "charge", replies.get(i % replies.size()));
      JsonNode made = Composition.of(random.told(), facts, random.command);
      assertThat(command.violations(made)).as("seed %s, %s", seed, facts).isEmpty();
    }
    return most;
  }

  /** Also with names in them that the schema does not speak of, where it allows them. */
  private static List<JsonNode> documents(JsonNode schema, long seed) {
    SchemaCheck check = SchemaCheck.of(schema);
    Random random = new Random(seed);
    List<JsonNode> all = new ArrayList<>(Samples.varied(schema, SAMPLES));
    for (JsonNode one : List.copyOf(all)) {
      JsonNode more = one.deepCopy();
      spread(more, random);
      if (check.accepts(more)) all.add(more);
    }
    return all;
  }

  private static void spread(JsonNode node, Random random) {
    for (JsonNode inner : node) spread(inner, random);
    if (node instanceof ArrayNode array && random.nextInt(4) == 0) array.add(true);
    if (!(node instanceof ObjectNode object) || random.nextBoolean()) return;
    for (String name : List.of("b", "c", "e"))
      if (!object.has(name) && random.nextInt(3) == 0)
        object.set(name, random.nextBoolean() ? IntNode.valueOf(1) : TextNode.valueOf("x"));
  }
}
