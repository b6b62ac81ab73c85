package waybill.contracts.bridge;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run of an expression may take: time, depth, and the size of whatever it makes on its
 * way. The engine's own bounds do not count what stands in the second place of a list or object,
 * and know nothing of sizes.
 */
final class Bounds {
  private static final long NANOS_MAX = 500_000_000;
  private static final int DEPTH_MAX = 200;

  /** Characters, and beside them each value counts as some. */
  private static final int WEIGHT_MAX = 1_000_000;

  private static final int WEIGHT_OF_A_VALUE = 10;

  private final LongSupplier nanos;
  private final long start;
  private int depth;

  private Bounds(LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  static Jsonata.Frame frame(Jsonata jsonata, LongSupplier nanos) {
    Bounds bounds = new Bounds(nanos);
    Jsonata.Frame frame = jsonata.createFrame();
    frame.setEvaluateEntryCallback((expression, input, environment) -> bounds.enter());
    frame.setEvaluateExitCallback((expression, input, environment, made) -> bounds.leave(made));
    frame.bind("join", new Jsonata.JFunction((input, given) -> join(given), "<a<s>s?:s>"));
    frame.bind("replace", new Jsonata.JFunction((input, given) -> replace(given), "<s-ssn?:s>"));
    return frame;
  }

  private void enter() {
    if (++depth > DEPTH_MAX) throw new NoTranslation("goes deeper than " + DEPTH_MAX);
    checkTime();
  }

  private void leave(@Nullable Object made) {
    depth--;
    checkTime();
    weigh(made, 0, 0);
  }

  private void checkTime() {
    if (nanos.getAsLong() - start > NANOS_MAX) throw new NoTranslation("takes too long");
  }

  private static long weigh(@Nullable Object made, long before, int depth) {
    long weight = before + WEIGHT_OF_A_VALUE;
    if (made instanceof String text) weight += text.length();
    if (made instanceof Collection<?> list)
      check(weight + (long) list.size() * WEIGHT_OF_A_VALUE, depth);
    check(weight, depth);
    if (made instanceof Collection<?> list)
      for (Object item : list) weight = weigh(item, weight, depth + 1);
    if (made instanceof Map<?, ?> map)
      for (Object item : map.values()) weight = weigh(item, weight, depth + 1);
    return weight;
  }

  private static void check(long weight, int depth) {
    if (weight > WEIGHT_MAX || depth > DEPTH_MAX)
      throw new NoTranslation("makes more than a document may hold");
  }

  /** These two can make much out of little, before anybody could weigh it. */
  private static @Nullable Object join(List<?> given) {
    List<String> texts = texts(given.get(0));
    String between = given.size() > 1 ? (String) given.get(1) : null;
    if (texts != null && between != null) check((long) texts.size() * between.length(), 0);
    return Functions.join(texts, between);
  }

  @SuppressWarnings("unchecked") // the signature has seen to it
  private static @Nullable List<String> texts(@Nullable Object given) {
    return (List<String>) given;
  }

  private static @Nullable Object replace(List<?> given) {
    String text = (String) given.get(0);
    String by = (String) given.get(2);
    if (text != null && by != null) check((long) text.length() * by.length(), 0);
    Number most = given.size() > 3 ? (Number) given.get(3) : null;
    return Functions.replace(text, given.get(1), by, most == null ? null : most.intValue());
  }
}
