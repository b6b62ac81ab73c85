package waybill.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import waybill.catalog.CatalogRoutes;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** What the catalog asks of its table while it grows: counted, not timed. */
final class Growth {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000);
  private static final String DEFINITION = "{\"kind\":\"event\",\"summary\":\"Something was.\"}";
  private static final String VERSION =
      "{\"schema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}}";

  private final CountedTable table = new CountedTable(new MemoryTable());
  private final HttpTesting.Asking owner;
  private final Map<String, List<CountedTable.Count>> counts = new LinkedHashMap<>();
  private int size;

  Growth() {
    var service = Given.service("catalog", table, new HandClock());
    owner = new HttpTesting(service, CatalogRoutes.of(service)).as(Caller.machine("users"));
  }

  void print(PrintStream out) {
    for (int each : SIZES) {
      while (size < each) register();
      count();
    }
    out.println("| contracts that there are | 10 | 100 | 1,000 | 10,000 |");
    out.println("|---|---:|---:|---:|---:|");
    counts.forEach((operation, row) -> out.println("| " + operation + " |" + cells(row)));
  }

  private void register() {
    define();
    freeze();
  }

  private HttpTesting.Answered define() {
    return owner.put("/contracts/" + name(++size), DEFINITION);
  }

  private HttpTesting.Answered freeze() {
    return owner.post("/contracts/" + name(size) + "/versions", VERSION);
  }

  private void count() {
    String some = "/contracts/" + name(size / 2);
    count("define", this::define);
    count("register a version", this::freeze);
    count("get a contract", () -> owner.get(some));
    count("get a version", () -> owner.get(some + "/versions/1"));
    count("list, a page of 20", () -> owner.get("/contracts?limit=20"));
    count("list an owner's", () -> owner.get("/contracts?owner=users&limit=20"));
    count("look for a word", () -> owner.get("/contracts?text=nowhere"));
  }

  private void count(String operation, Supplier<HttpTesting.Answered> asked) {
    table.count();
    var answered = asked.get();
    if (answered.status() >= 300)
      throw new IllegalStateException(operation + ": " + answered.refusal());
    counts.computeIfAbsent(operation, o -> new ArrayList<>()).add(table.count());
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "users.c%05d", number);
  }

  private static String cells(List<CountedTable.Count> row) {
    StringBuilder cells = new StringBuilder();
    for (var count : row)
      cells.append(String.format(Locale.ROOT, " %d · %.1f |", count.calls(), count.units()));
    return cells.toString();
  }
}
