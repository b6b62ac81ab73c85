package waybill.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import waybill.bench.count.Bill;
import waybill.bench.count.Cost;
import waybill.bench.spine.Spine;

/** What a message of 1 KB asks of AWS, beside what it may ask. */
final class Counts {
  private static final List<Integer> SUBSCRIBERS = List.of(1, 3, 10);
  private static final int MESSAGES = 100;
  private static final int BATCH = 10;

  private final Path repository;
  private final PrintStream out;

  private record Run(int subscribers, Bill bill) {}

  Counts(Path repository, PrintStream out) {
    this.repository = repository;
    this.out = out;
  }

  void print() {
    List<Run> full = SUBSCRIBERS.stream().map(many -> run(many, MESSAGES, BATCH)).toList();
    List<Run> single = SUBSCRIBERS.stream().map(many -> run(many, 1, 1)).toList();
    out.println("Full batches of ten:\n");
    totals(full);
    out.println("\nOne by one:\n");
    totals(single);
    out.println(
        "\nFull batches of ten, by step and kind (calls · write units + of indexes · read units):\n");
    lines(full);
    out.println("\nOne by one, by step and kind:\n");
    lines(single);
  }

  private Run run(int subscribers, int together, int batch) {
    Bill bill = Spine.counted(repository, subscribers, MESSAGES, together, batch);
    return new Run(subscribers, bill);
  }

  private void totals(List<Run> runs) {
    out.println(
        "| S | calls | at most 5 + 3·S | ratio | write units | at most 7 + 6·S | ratio | aim 7 + 3·S | ratio | of indexes | read units | polls |");
    out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (Run run : runs) {
      Cost cost = run.bill.total(MESSAGES);
      int s = run.subscribers;
      out.printf(
          Locale.ROOT,
          "| %d | %.2f | %s | %.2f | %s | %.2f | %.2f | %.2f |%n",
          s,
          cost.calls(),
          beside(cost.calls(), 5 + 3 * s),
          cost.writes(),
          beside(cost.writes(), 7 + 6 * s) + " | " + beside(cost.writes(), 7 + 3 * s),
          cost.indexWrites(),
          cost.reads(),
          run.bill.polls(MESSAGES));
    }
  }

  private static String beside(double ours, int limit) {
    return String.format(Locale.ROOT, "%d | %.2f", limit, ours / limit);
  }

  private void lines(List<Run> runs) {
    out.println("| step | call | S = 1 | S = 3 | S = 10 |");
    out.println("|---|---|---:|---:|---:|");
    List<Map<Bill.Line, Cost>> columns = runs.stream().map(run -> run.bill.per(MESSAGES)).toList();
    TreeSet<Bill.Line> rows = new TreeSet<>();
    columns.forEach(column -> rows.addAll(column.keySet()));
    for (Bill.Line row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.step().toString(), row.call()));
      for (var column : columns) cells.add(column.getOrDefault(row, Cost.NOTHING).cell());
      out.println("| " + String.join(" | ", cells) + " |");
    }
  }
}
