package waybill.local.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waybill.contracts.verdict.Verdict.Outcome;

/** Labels beside verdicts, as a table that a page in Markdown can hold. */
final class Accuracy {
  private static final String ROW = "| %-14s | %10s | %10s | %10s | %10s |%n";

  private record Entry(JsonNode id, boolean compatible, Outcome outcome, long nanos) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(Judged judged) throws BadLine {
    var label = judged.pair().compatible();
    if (label == null) throw new BadLine(judged.pair().id(), "has no \"compatible\"");
    var outcome = judged.verdict().outcome();
    entries.add(new Entry(judged.pair().id(), label, outcome, judged.nanos()));
  }

  void print(PrintWriter out) {
    out.printf(ROW, "labelled", "compatible", "breaking", "unknown", "all");
    out.printf(ROW, "---", "---:", "---:", "---:", "---:");
    row(out, "compatible", of -> count(of, Entry::compatible));
    row(out, "not compatible", of -> count(of, entry -> !entry.compatible));
    row(out, "p50 ms", of -> percentile(of, 50));
    row(out, "p99 ms", of -> percentile(of, 99));
    out.println();
    out.printf(
        Locale.ROOT,
        "decided           %.1f %% of %d%n",
        100.0 * (entries.size() - of(Outcome.UNKNOWN).size()) / Math.max(1, entries.size()),
        entries.size());
    out.println("false compatible  " + wrong(Outcome.COMPATIBLE, false));
    out.println("false breaking    " + wrong(Outcome.BREAKING, true));
  }

  private void row(PrintWriter out, String name, Function<List<Entry>, String> cell) {
    var cells =
        Stream.of(of(Outcome.COMPATIBLE), of(Outcome.BREAKING), of(Outcome.UNKNOWN), entries);
    out.printf(ROW, Stream.concat(Stream.of(name), cells.map(cell)).toArray());
  }

  private List<Entry> of(Outcome outcome) {
    return entries.stream().filter(entry -> entry.outcome == outcome).toList();
  }

  private static String count(List<Entry> entries, Predicate<Entry> which) {
    return String.valueOf(entries.stream().filter(which).count());
  }

  /** The smallest that is at least as large as so many percent of all. */
  private static String percentile(List<Entry> entries, int percent) {
    if (entries.isEmpty()) return "–";
    var sorted = entries.stream().map(Entry::nanos).sorted().toList();
    int rank = (sorted.size() * percent + 99) / 100;
    BigDecimal millis = Judged.millis(sorted.get(rank - 1));
    return millis.toString();
  }

  private String wrong(Outcome outcome, boolean label) {
    var wrong =
        of(outcome).stream()
            .filter(entry -> entry.compatible == label)
            .map(entry -> entry.id.asText())
            .toList();
    if (wrong.isEmpty()) return "none";
    return wrong.size() + ": " + wrong.stream().collect(Collectors.joining(", "));
  }
}
