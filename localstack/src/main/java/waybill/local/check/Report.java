package waybill.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.verdict.Break;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Judged;
import waybill.local.check.Checked.Standing;
import waybill.local.check.Checked.State;

/** A line for each version, and what is wrong with it below. */
final class Report {
  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  void print(List<Checked> all, String against) {
    int width = all.stream().mapToInt(each -> each.what().length()).max().orElse(1);
    for (var checked : all) {
      out.printf("%-" + width + "s  %s%n", checked.what(), says(checked));
      for (var problem : checked.problems())
        out.println("    " + (problem.where() + " " + problem.says()).strip());
      for (var each : checked.judged()) if (!checked.bridged().contains(each)) print(each);
    }
    out.printf("%n%s, against %s%n", counts(all), against);
    out.flush();
  }

  private static String says(Checked checked) {
    return switch (checked.state()) {
      case OK -> "ok" + compared(checked);
      case UNKNOWN -> "unknown";
      case BREAKS -> "BREAKS";
      case CHANGED -> "CHANGED, though it is released";
      case REFUSED -> "REFUSED";
    };
  }

  private static String compared(Checked checked) {
    var asked = checked.judged().stream().map(each -> asked(each) + led(checked, each)).toList();
    if (!asked.isEmpty()) return ", " + String.join(", ", asked);
    return checked.standing() == Standing.NEW ? ", new" : "";
  }

  private static String led(Checked checked, Judged judged) {
    return checked.bridged().contains(judged) ? " over bridges" : "";
  }

  /** As in {@code backward of 1}. */
  private static String asked(Judged judged) {
    return judged.direction().name().toLowerCase(Locale.ROOT) + " of " + judged.version();
  }

  private void print(Judged judged) {
    var verdict = judged.verdict();
    if (verdict.reason() != null) out.printf("    %s? %s%n", asked(judged), verdict.reason());
    for (var each : verdict.breaks()) print(judged, each);
    for (var risk : judged.accepted())
      out.printf("    %s by %s: %s%n", asked(judged), risk.policy().slug(), shown(risk.witness()));
  }

  private static String shown(@Nullable JsonNode witness) {
    return witness == null ? "nothing found that breaks" : "would break " + Json.write(witness);
  }

  private void print(Judged judged, Break found) {
    out.printf(
        "    not %s: %s, old %s, new %s%n      %s %s%n",
        asked(judged),
        found.keyword(),
        pointer(found.oldPointer()),
        pointer(found.newPointer()),
        judged.direction() == Direction.BACKWARD
            ? judged.version() + " accepts and this refuses"
            : "this accepts and " + judged.version() + " refuses",
        Json.write(found.witness()));
  }

  private static String pointer(@Nullable String pointer) {
    return pointer == null ? "–" : '"' + pointer + '"';
  }

  private static String counts(List<Checked> all) {
    return Arrays.stream(State.values())
        .filter(state -> count(all, state) > 0)
        .map(state -> count(all, state) + " " + state.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<Checked> all, State state) {
    return all.stream().filter(each -> each.state() == state).count();
  }
}
