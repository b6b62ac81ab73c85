package waybill.contracts.search;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Values;

/** Numbers between bounds, on a grid and off others. */
final class NumberLeaf extends Leaf {
  private static final int TRIES_MAX = 4_000;
  private static final int SCALE_MAX = 2_000;

  private final List<BigDecimal> steps = new ArrayList<>();
  private final List<BigDecimal> avoided = new ArrayList<>();
  private @Nullable BigDecimal low;
  private @Nullable BigDecimal high;
  private boolean lowIn = true;
  private boolean highIn = true;

  NumberLeaf(Search search) {
    super(search);
  }

  @Override
  void hear(Formula.Shape shape, boolean isTrue) {
    if (shape instanceof Formula.MultipleOf multiple)
      (isTrue ? steps : avoided).add(multiple.step());
    if (shape instanceof Formula.Above above) {
      if (isTrue) atLeast(above.bound(), above.orEqual());
      else atMost(above.bound(), !above.orEqual());
    }
    if (shape instanceof Formula.Below below) {
      if (isTrue) atMost(below.bound(), below.orEqual());
      else atLeast(below.bound(), !below.orEqual());
    }
  }

  private void atLeast(BigDecimal bound, boolean included) {
    int compared = low == null ? 1 : bound.compareTo(low);
    if (compared > 0) lowIn = included;
    if (compared == 0) lowIn &= included;
    if (compared > 0) low = bound;
  }

  private void atMost(BigDecimal bound, boolean included) {
    int compared = high == null ? -1 : bound.compareTo(high);
    if (compared < 0) highIn = included;
    if (compared == 0) highIn &= included;
    if (compared < 0) high = bound;
  }

  @Override
  Finding look() {
    if (low != null && high != null) {
      int compared = low.compareTo(high);
      if (compared > 0 || (compared == 0 && !(lowIn && highIn))) return Finding.none();
      if (compared == 0) return isGood(low) && isOnGrid(low) ? found(low) : Finding.none();
    }
    for (BigDecimal step : steps)
      for (BigDecimal off : avoided) if (step.remainder(off).signum() == 0) return Finding.none();
    return steps.isEmpty() ? between() : onGrid();
  }

  private Finding found(BigDecimal number) {
    return new Finding.Found(Values.number(number), true);
  }

  private boolean isOnGrid(BigDecimal number) {
    return steps.stream().allMatch(step -> number.remainder(step).signum() == 0);
  }

  private boolean isGood(BigDecimal number) {
    search.budget().step();
    boolean above =
        low == null || number.compareTo(low) > 0 || (lowIn && number.compareTo(low) == 0);
    boolean below =
        high == null || number.compareTo(high) < 0 || (highIn && number.compareTo(high) == 0);
    return above
        && below
        && avoided.stream().noneMatch(off -> number.remainder(off).signum() == 0)
        && !except.contains(Values.number(number));
  }

  /** Without a grid there are always more numbers than can be left out. */
  private Finding between() {
    for (BigDecimal number : nice()) if (isGood(number)) return found(number);
    BigDecimal from =
        low != null ? low : high != null ? high.subtract(BigDecimal.ONE) : BigDecimal.ZERO;
    BigDecimal to =
        low == null && high != null ? high : high != null ? high : from.add(BigDecimal.ONE);
    BigDecimal width = to.subtract(from);
    int parts = 7;
    for (int i = 1; i < TRIES_MAX; i++) {
      if (i % parts == 0) parts = parts * 3 + 1;
      BigDecimal part =
          BigDecimal.valueOf(i % parts)
              .divide(BigDecimal.valueOf(parts), new MathContext(6 + i / 50));
      BigDecimal number = from.add(width.multiply(part));
      if (isGood(number)) return found(number);
    }
    return new Finding.Unknown("a number among many that are left out");
  }

  private List<BigDecimal> nice() {
    List<BigDecimal> nice = new ArrayList<>();
    for (int i : new int[] {0, 1, -1, 2, 10}) nice.add(BigDecimal.valueOf(i));
    if (low != null) addAround(nice, low);
    if (high != null) addAround(nice, high);
    nice.add(new BigDecimal("0.5"));
    nice.add(new BigDecimal("-0.5"));
    return nice;
  }

  private static void addAround(List<BigDecimal> nice, BigDecimal bound) {
    if (bound.scale() < -SCALE_MAX || bound.scale() > SCALE_MAX) return;
    nice.add(bound);
    BigDecimal whole = bound.setScale(0, RoundingMode.FLOOR);
    for (int i : new int[] {1, 0, -1, 2}) nice.add(whole.add(BigDecimal.valueOf(i)));
    nice.add(bound.add(new BigDecimal("0.5")));
    nice.add(bound.subtract(new BigDecimal("0.5")));
  }

  private Finding onGrid() {
    BigDecimal step = steps.get(0);
    for (BigDecimal other : steps) {
      BigDecimal common = common(step, other);
      if (common == null) return new Finding.Unknown("steps of very different sizes");
      step = common;
    }
    for (BigDecimal off : avoided) if (step.remainder(off).signum() == 0) return Finding.none();
    BigInteger first = low == null ? null : index(low, step, RoundingMode.CEILING);
    BigInteger last = high == null ? null : index(high, step, RoundingMode.FLOOR);
    return walk(step, first, last);
  }

  private static BigInteger index(BigDecimal bound, BigDecimal step, RoundingMode rounding) {
    return bound.divide(step, 0, rounding).toBigIntegerExact();
  }

  /** From zero outwards, or from the bound that is nearest to it. */
  private Finding walk(BigDecimal step, @Nullable BigInteger first, @Nullable BigInteger last) {
    if (first != null && last != null && first.compareTo(last) > 0) return Finding.none();
    BigInteger at = BigInteger.ZERO;
    if (first != null && first.signum() > 0) at = first;
    if (last != null && last.signum() < 0) at = last;
    for (int i = 0; i < TRIES_MAX; i++) {
      for (int sign : new int[] {1, -1}) {
        BigInteger index = at.add(BigInteger.valueOf((long) i * sign));
        boolean inside =
            (first == null || index.compareTo(first) >= 0)
                && (last == null || index.compareTo(last) <= 0);
        BigDecimal number = step.multiply(new BigDecimal(index));
        if (inside && isGood(number)) return found(number);
      }
    }
    boolean sawAll =
        first != null
            && last != null
            && last.subtract(first).compareTo(BigInteger.valueOf(TRIES_MAX)) < 0;
    return sawAll || isPeriodAvoided(step)
        ? Finding.none()
        : new Finding.Unknown("a grid with many holes");
  }

  /** What is avoided repeats itself: once a whole period is avoided, everything is. */
  private boolean isPeriodAvoided(BigDecimal step) {
    BigDecimal period = step;
    for (BigDecimal off : avoided) {
      BigDecimal common = common(period, off);
      if (common == null) return false;
      period = common;
    }
    BigDecimal count = period.divide(step, MathContext.DECIMAL128);
    if (count.compareTo(BigDecimal.valueOf(TRIES_MAX)) > 0) return false;
    for (int i = 0; i < count.intValue(); i++) {
      BigDecimal number = step.multiply(BigDecimal.valueOf(i));
      if (avoided.stream().noneMatch(off -> number.remainder(off).signum() == 0)) return false;
    }
    return true;
  }

  /** The least common multiple. */
  private static @Nullable BigDecimal common(BigDecimal one, BigDecimal other) {
    int scale = Math.max(0, Math.max(one.scale(), other.scale()));
    if (scale > SCALE_MAX || one.scale() < -SCALE_MAX || other.scale() < -SCALE_MAX) return null;
    BigInteger a = one.movePointRight(scale).toBigIntegerExact();
    BigInteger b = other.movePointRight(scale).toBigIntegerExact();
    return new BigDecimal(a.divide(a.gcd(b)).multiply(b)).movePointLeft(scale);
  }
}
