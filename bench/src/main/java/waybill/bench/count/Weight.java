package waybill.bench.count;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Units by the sizes of items, as AWS documents them: the larger one of before and after counts.
 */
final class Weight {
  private static final int UNIT_BYTES = 1024;

  private Weight() {}

  static Cost of(
      Touched touched,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      List<Index> indexes) {
    int units = units(Math.max(bytes(before), bytes(after)));
    int indexed =
        indexes.stream().mapToInt(index -> changes(index.of(before), index.of(after))).sum();
    return new Cost(0, touched.times() * units, indexed, 0);
  }

  /** What moves in an index goes at one place and comes at another; nothing is where it is not. */
  private static int changes(Index.Entry before, Index.Entry after) {
    if (before.equals(after)) return 0;
    if (before.place().equals(after.place()))
      return units(Math.max(bytes(before.kept()), bytes(after.kept())));
    return entry(before) + entry(after);
  }

  private static int entry(Index.Entry entry) {
    return entry.place().isEmpty() ? 0 : units(bytes(entry.kept()));
  }

  private static int units(int bytes) {
    return Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
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
