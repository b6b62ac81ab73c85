package waybill.local.verdicts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import waybill.contracts.Json;
import waybill.contracts.verdict.Verdicts;

/** Judges a line after the other. */
public final class Run {
  private final Verdicts verdicts = Verdicts.standard();
  private final InputStream in;
  private final PrintWriter out;
  private int at;
  private boolean bad;

  /** The output says that it is broken when whoever reads it has gone; then the rest is left. */
  public Run(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  /** A line for a line. */
  public void lines() throws IOException {
    each(judged -> out.println(Json.write(judged.json())), out);
  }

  /** A table in place of the lines; what could not be judged goes to {@code errors}. */
  public void table(PrintWriter errors) throws IOException {
    var accuracy = new Accuracy();
    each(accuracy::add, errors);
    accuracy.print(out);
    out.flush();
  }

  /** Whether there was a line without anything to judge. */
  public boolean hadBadLines() {
    return bad;
  }

  private interface Step {
    void take(Judged judged) throws BadLine;
  }

  private void each(Step step, PrintWriter errors) throws IOException {
    var lines = new Lines(in);
    for (var line = lines.next(); line != null; line = lines.next()) {
      at++;
      if (isBlank(line)) continue;
      try {
        step.take(Judged.of(Pair.read(line), verdicts));
      } catch (BadLine e) {
        bad = true;
        errors.println(Json.write(error(e)));
      }
      if (errors.checkError()) return;
    }
  }

  private ObjectNode error(BadLine line) {
    var error = Json.object();
    if (line.id() != null) error.set("id", line.id());
    return error.put("line", at).put("error", line.getMessage());
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) if (each != ' ' && each != '\t' && each != '\r') return false;
    return true;
  }
}
