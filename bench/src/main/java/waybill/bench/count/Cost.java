package waybill.bench.count;

import java.util.Locale;

/**
 * What was asked of AWS.
 *
 * @param writes units of the tables themselves
 * @param indexWrites units of their indexes
 */
public record Cost(double calls, double writes, double indexWrites, double reads) {
  public static final Cost NOTHING = new Cost(0, 0, 0, 0);

  static Cost call() {
    return new Cost(1, 0, 0, 0);
  }

  public Cost plus(Cost more) {
    return new Cost(
        calls + more.calls,
        writes + more.writes,
        indexWrites + more.indexWrites,
        reads + more.reads);
  }

  public Cost times(double many) {
    return new Cost(calls * many, writes * many, indexWrites * many, reads * many);
  }

  Cost per(double times) {
    return new Cost(calls / times, writes / times, indexWrites / times, reads / times);
  }

  /** For a table: calls · write units + of indexes · read units. */
  public String cell() {
    return String.format(
        Locale.ROOT, "%.2f · %.2f + %.2f · %.2f", calls, writes, indexWrites, reads);
  }
}
