package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Example;
import waybill.contracts.Json;

/** What is written and read in these tests. */
final class Documents {
  private Documents() {}

  record Valid(ContractId id, String name, JsonNode document) {
    @Override
    public String toString() {
      return id + " " + name;
    }
  }

  /** Every valid example of every built-in contract. */
  static Stream<Valid> valid() {
    Catalog catalog = Catalog.builtIn();
    return catalog.contracts().stream()
        .flatMap(
            id ->
                catalog.examples(id).stream()
                    .filter(Example::valid)
                    .map(example -> new Valid(id, example.name(), example.document())));
  }

  static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** Any JSON, not too large. */
  static JsonNode random(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 6 : 8)) {
      case 0 -> Json.parse("null");
      case 1 -> Json.tree(random.nextBoolean());
      case 2 -> Json.parse(String.valueOf(random.nextLong() >> random.nextInt(64)));
      case 3 -> Json.parse(new BigInteger(random.nextInt(330), random).negate().toString());
      case 4 ->
          Json.parse(
              new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 30)
                  .toString());
      case 5 -> Json.tree(text(random));
      case 6 -> array(random, depth);
      default -> object(random, depth);
    };
  }

  private static JsonNode array(Random random, int depth) {
    ArrayNode array = Json.object().putArray("");
    for (int left = random.nextInt(30); left > 0; left--) array.add(random(random, depth + 2));
    return array;
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode object = Json.object();
    for (int left = random.nextInt(5); left > 0; left--)
      object.set(text(random), random(random, depth + 1));
    return object;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--)
      text.appendCodePoint(
          random.nextInt(9) == 0 ? 0x1f600 + random.nextInt(50) : random.nextInt(0x500));
    return text.toString();
  }
}
