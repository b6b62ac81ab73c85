package waybill.bench.count;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Units by the sizes of items, as AWS documents them: the larger one of before and after counts.
 * The indexes keep keys only.
 */
final class Weight {
  private static final int UNIT_BYTES = 1024;
  private static final List<List<String>> INDEXES =
      List.of(
          List.of("list_of", "list_at"),
          List.of("related_of", "list_at"),
          List.of("due_of", "due_at"));

  private Weight() {}

  static Cost of(
      Touched touched, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    int bytes = Math.max(bytes(before), bytes(after));
    int units = Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    long indexed = INDEXES.stream().mapToLong(index -> changes(index, before, after)).sum();
    return new Cost(0, touched.times() * units, indexed, 0);
  }

  /** What moves in an index goes at one place and comes at another. */
  private static long changes(
      List<String> index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    List<AttributeValue> was = place(index, before);
    List<AttributeValue> is = place(index, after);
    if (was.equals(is)) return 0;
    return Stream.of(was, is).filter(place -> !place.isEmpty()).count();
  }

  private static List<AttributeValue> place(List<String> index, Map<String, AttributeValue> item) {
    return item.keySet().containsAll(index)
        ? index.stream().flatMap(name -> Stream.ofNullable(item.get(name))).toList()
        : List.of();
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(one -> bytes(one.getKey()) + bytes(one.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    if (value.s() != null) return bytes(value.s());
    if (value.n() != null) return value.n().length() / 2 + 2;
    if (value.hasM()) return 3 + value.m().size() + bytes(value.m());
    if (value.hasL())
      return 3 + value.l().size() + value.l().stream().mapToInt(Weight::bytes).sum();
    return 1;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
