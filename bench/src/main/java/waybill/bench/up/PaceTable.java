package waybill.bench.up;

import java.io.PrintStream;
import java.util.Locale;

/** The whole beside the emulators alone. */
record PaceTable(PrintStream out) {

  void head(String crowd, String things) {
    out.printf(
        "| %s | p50 | p99 | %s/s | emulators alone: p50 | p99 | %s/s | ratio of p50 | of %s/s |%n",
        crowd, things, things, things);
    out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
  }

  void row(int crowd, Pace whole, Pace alone) {
    out.printf(
        Locale.ROOT,
        "| %d | %,.0f ms | %,.0f ms | %.1f | %.1f ms | %.1f ms | %.1f | %.1f | %.3f |%n",
        crowd,
        whole.p50Millis(),
        whole.p99Millis(),
        whole.perSecond(),
        alone.p50Millis(),
        alone.p99Millis(),
        alone.perSecond(),
        whole.p50Millis() / alone.p50Millis(),
        whole.perSecond() / alone.perSecond());
  }
}
