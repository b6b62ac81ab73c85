package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import waybill.contracts.logic.Values;

/** Documents out of few words and small numbers, so that they meet what schemas say. */
final class RandomValues {
  static final List<String> NAMES = List.of("a", "b", "c", "ab", "x1");
  static final List<String> TEXTS = List.of("", "a", "b", "ab", "abc", "1", "12", "A-1");
  private static final int INNER_MAX = 3;

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> Values.nothing();
      case 1 -> Values.bool(random.nextBoolean());
      case 2 -> Values.sent(Values.number(BigDecimal.valueOf(random.nextInt(5) - 1)));
      case 3 -> Values.sent(Values.number(BigDecimal.valueOf(random.nextInt(8) * 5L, 1)));
      case 4, 5 -> Values.text(text());
      case 6 -> array(depth);
      default -> object(depth);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = Values.array();
    for (int i = random.nextInt(INNER_MAX + 1); i > 0; i--) array.add(value(depth - 1));
    return array;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = Values.object();
    for (int i = random.nextInt(INNER_MAX + 1); i > 0; i--) object.set(name(), value(depth - 1));
    return object;
  }

  String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
