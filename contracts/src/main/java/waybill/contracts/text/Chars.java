package waybill.contracts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntPredicate;

/** A set of code points: ranges in order, their first and last in turn. */
final class Chars {
  static final int LAST = Character.MAX_CODE_POINT;

  static final Chars NONE = new Chars(new int[0]);
  static final Chars ALL = new Chars(new int[] {0, LAST});
  static final Chars DIGITS = range('0', '9');
  static final Chars WORD = range('a', 'z').or(range('A', 'Z')).or(DIGITS).or(range('_', '_'));
  static final Chars SPACE = range('\t', '\r').or(range(' ', ' '));

  /** As {@code java.util.regex} sees the end of a line. */
  static final Chars LINE_END =
      range('\n', '\n').or(range('\r', '\r')).or(range(0x85, 0x85)).or(range(0x2028, 0x2029));

  private final int[] bounds;

  private Chars(int[] bounds) {
    this.bounds = bounds;
  }

  static Chars range(int first, int last) {
    return new Chars(new int[] {first, last});
  }

  static Chars where(IntPredicate test) {
    List<int[]> ranges = new ArrayList<>();
    int start = -1;
    for (int c = 0; c <= LAST + 1; c++) {
      boolean in = c <= LAST && test.test(c);
      if (in && start < 0) start = c;
      if (!in && start >= 0) {
        ranges.add(new int[] {start, c - 1});
        start = -1;
      }
    }
    return new Chars(ranges.stream().flatMapToInt(Arrays::stream).toArray());
  }

  boolean has(int c) {
    for (int i = 0; i < bounds.length; i += 2)
      if (c >= bounds[i] && c <= bounds[i + 1]) return true;
    return false;
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  /** The only member, or -1 if there are more or none. */
  int single() {
    return bounds.length == 2 && bounds[0] == bounds[1] ? bounds[0] : -1;
  }

  Chars or(Chars other) {
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) all.add(new int[] {bounds[i], bounds[i + 1]});
    for (int i = 0; i < other.bounds.length; i += 2)
      all.add(new int[] {other.bounds[i], other.bounds[i + 1]});
    all.sort((a, b) -> Integer.compare(a[0], b[0]));
    List<int[]> merged = new ArrayList<>();
    for (int[] range : all) {
      int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && range[0] <= last[1] + 1) last[1] = Math.max(last[1], range[1]);
      else merged.add(range);
    }
    return new Chars(merged.stream().flatMapToInt(Arrays::stream).toArray());
  }

  Chars not() {
    List<int[]> gaps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] > from) gaps.add(new int[] {from, bounds[i] - 1});
      from = bounds[i + 1] + 1;
    }
    if (from <= LAST) gaps.add(new int[] {from, LAST});
    return new Chars(gaps.stream().flatMapToInt(Arrays::stream).toArray());
  }

  /**
   * Where membership changes, for cutting all texts' letters into classes that are treated alike.
   */
  void cutInto(SortedSet<Integer> cuts) {
    for (int i = 0; i < bounds.length; i += 2) {
      cuts.add(bounds[i]);
      cuts.add(bounds[i + 1] + 1);
    }
  }
}
