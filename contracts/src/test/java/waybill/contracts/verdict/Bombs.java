package waybill.contracts.verdict;

import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import waybill.contracts.logic.Values;

/** Schemas that cost much more than it costs to write them. */
final class Bombs {
  private static final int LAUGHS = 30;

  /** The ways to a value double with each level above it. */
  static final String BY_TWO_WAYS =
      "{'$defs':{'n':{'anyOf':[{'properties':{'a':{'$ref':'#/$defs/n'}}},"
          + "{'patternProperties':{'^a':{'$ref':'#/$defs/n'}}}],"
          + "'unevaluatedProperties':{'$ref':'#/$defs/n'}}},'$ref':'#/$defs/n'}";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("itself", "{'$ref':'#'}"),
          Map.entry("itself, dynamically", "{'$dynamicRef':'#a','$dynamicAnchor':'a'}"),
          Map.entry("not itself", "{'not':{'$ref':'#'}}"),
          Map.entry(
              "itself twice inside",
              "{'properties':{'a':{'allOf':[{'$ref':'#'},{'$ref':'#'}]}},'required':['a']}"),
          Map.entry("itself by two ways, and what is left", BY_TWO_WAYS),
          Map.entry("nowhere", "{'$ref':'#/$defs/x/y','$defs':{'x':5}}"),
          Map.entry("elsewhere", "{'$ref':'https://example.com/schema'}"),
          Map.entry("length beyond double", "{'maxLength':1e400}"),
          Map.entry("bound beyond double", "{'type':'number','minimum':1e999}"),
          Map.entry("negative length", "{'minLength':-1}"),
          Map.entry("many items", "{'type':'array','minItems':1000000000}"),
          Map.entry("long text", "{'type':'string','minLength':2147483647}"),
          Map.entry("tiny steps", "{'type':'number','multipleOf':1e-300,'minimum':1,'maximum':2}"),
          Map.entry(
              "steps that hardly meet",
              "{'allOf':[{'multipleOf':999983},{'multipleOf':999979},{'multipleOf':1e-99}],'minimum':1}"),
          Map.entry("step of nothing", "{'multipleOf':0}"),
          Map.entry(
              "many different items",
              "{'type':'array','uniqueItems':true,'minItems':100000,'items':{'type':'integer'}}"),
          Map.entry("many members", "{'type':'object','minProperties':100000}"),
          Map.entry(
              "an item far away", "{'type':'array','contains':{'const':1},'minContains':1000000}"),
          Map.entry("runaway expression", "{'type':'string','pattern':'^(a+)+$'}"),
          Map.entry("runaway choice", "{'type':'string','pattern':'^(a|aa)+b$'}"),
          Map.entry(
              "nested counts", "{'type':'string','pattern':'^(((a{1,100}){1,100}){1,100})$'}"),
          Map.entry("exponential machine", "{'type':'string','pattern':'^(a|b)*a(a|b){40}$'}"),
          Map.entry("no expression", "{'type':'string','pattern':'('}"),
          Map.entry("no schema", "{'properties':5,'allOf':{},'enum':7,'required':'a'}"),
          Map.entry(
              "another dialect", "{'$schema':'https://example.com/dialect','type':'string'}"));

  private Bombs() {}

  static Map<String, JsonNode> all() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    all.put("laughs by $ref", laughs("allOf"));
    all.put("choices by $ref", laughs("anyOf"));
    all.put("laughs inside", laughsInside());
    all.put("a thousand deep", deep(1_000));
    all.put("twenty thousand deep", deep(20_000));
    all.put("ten thousand references", references(10_000));
    all.put("a chain of references", chain(5_000));
    all.put("a megabyte of names", megabyte());
    all.put("a megabyte of text", Values.object().put("const", "a".repeat(1 << 20)));
    all.put("many choices", choices(2_000));
    all.put("products of choices", products());
    all.put("three hundred wishes for one item", wishes(300));
    TEXTS.forEach((name, text) -> all.put(name, json(text)));
    return all;
  }

  private static ObjectNode laughs(String keyword) {
    ObjectNode schema = Values.object().put("$ref", "#/$defs/a0");
    ObjectNode definitions = schema.putObject("$defs");
    for (int i = 0; i < LAUGHS; i++) twice(definitions.putObject("a" + i).putArray(keyword), i + 1);
    definitions.putObject("a" + LAUGHS).put("type", "string");
    return schema;
  }

  private static void twice(ArrayNode list, int next) {
    list.addObject().put("$ref", "#/$defs/a" + next);
    list.addObject().put("$ref", "#/$defs/a" + next);
  }

  /** The smallest document has as many values as there are grains of rice on a chess board. */
  private static ObjectNode laughsInside() {
    ObjectNode schema = Values.object().put("$ref", "#/$defs/a0");
    ObjectNode definitions = schema.putObject("$defs");
    for (int i = 0; i < LAUGHS; i++) {
      ObjectNode one = definitions.putObject("a" + i).put("type", "object");
      one.putArray("required").add("l").add("r");
      for (String side : new String[] {"l", "r"})
        one.withObjectProperty("properties").putObject(side).put("$ref", "#/$defs/a" + (i + 1));
    }
    definitions.putObject("a" + LAUGHS).put("type", "string");
    return schema;
  }

  private static ObjectNode deep(int depth) {
    ObjectNode schema = Values.object().put("type", "string");
    for (int i = 0; i < depth; i++) {
      ObjectNode outer = Values.object();
      outer.putArray("required").add("a");
      outer.putObject("properties").set("a", schema);
      schema = outer;
    }
    return schema;
  }

  private static ObjectNode references(int count) {
    ObjectNode schema = Values.object();
    schema.putObject("$defs").putObject("s").put("type", "string");
    ObjectNode properties = schema.putObject("properties");
    for (int i = 0; i < count; i++) properties.putObject("p" + i).put("$ref", "#/$defs/s");
    return schema;
  }

  private static ObjectNode chain(int length) {
    ObjectNode schema = Values.object().put("$ref", "#/$defs/a0");
    ObjectNode definitions = schema.putObject("$defs");
    for (int i = 0; i < length; i++)
      definitions.putObject("a" + i).put("$ref", "#/$defs/a" + (i + 1));
    definitions.putObject("a" + length);
    return schema;
  }

  private static ObjectNode megabyte() {
    ObjectNode properties = Values.object();
    for (int i = 0; i < 40_000; i++) properties.putObject("property-" + i).put("type", "string");
    ObjectNode schema = Values.object();
    schema.set("properties", properties);
    return schema;
  }

  private static ObjectNode choices(int count) {
    ObjectNode schema = Values.object();
    ArrayNode list = schema.putArray("oneOf");
    for (int i = 0; i < count; i++) list.addObject().put("multipleOf", i + 1);
    return schema;
  }

  private static ObjectNode products() {
    ObjectNode schema = Values.object().put("type", "object");
    ArrayNode list = schema.putArray("allOf");
    for (int i = 0; i < 40; i++) {
      ArrayNode one = list.addObject().putArray("oneOf");
      for (int j = 0; j < 5; j++) one.addObject().putArray("required").add("p" + (i * j) % 37);
    }
    return schema;
  }

  private static JsonNode wishes(int count) {
    ObjectNode schema = Values.object().put("type", "array");
    ArrayNode all = schema.putArray("allOf");
    for (int i = 0; i < count; i++) all.addObject().putObject("contains").put("const", 0);
    return schema;
  }
}
