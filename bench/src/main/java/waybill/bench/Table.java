package waybill.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Ours beside the floor, for a page in Markdown. */
record Table(PrintStream out) {

  void head() {
    out.println("| ours | time | allocated | beside | time | allocated | ratio |");
    out.println("|---|---:|---:|---|---:|---:|---:|");
  }

  void row(String ours, Figure our, String beside, Figure other) {
    out.printf(
        "| %s | %s | %s | %s | %s | %s | %s |%n",
        ours,
        time(our),
        bytes(our),
        beside,
        time(other),
        bytes(other),
        String.format(Locale.ROOT, "%.1f", our.nanos() / other.nanos()));
  }

  private static String time(Figure figure) {
    return figure.nanos() < 10_000
        ? String.format(Locale.ROOT, "%,.0f ns", figure.nanos())
        : String.format(Locale.ROOT, "%,.0f µs", figure.nanos() / 1_000);
  }

  private static String bytes(Figure figure) {
    return String.format(Locale.ROOT, "%,.0f B", figure.bytes());
  }
}
