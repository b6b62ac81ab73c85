package waybill.local.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.verdict.Judged;
import waybill.local.verdicts.VerdictJson;

/** What came of a check. */
public final class Findings {
  private final String against;
  private final List<Checked> all;

  private Findings(String against, List<Checked> all) {
    this.against = against;
    this.all = all;
  }

  /**
   * Judges every version of a folder: the catalog that is built in may have been built from that
   * very folder, so it can't tell what is new there.
   */
  public static Findings againstBuiltIn(Path folder) {
    var released = new ReleasedFiles(Catalog.builtIn());
    return new Findings(
        "the built-in catalog", new Checking(new Branch(folder), released, true).all());
  }

  /** Judges what another folder or a running Waybill does not have yet. */
  public static Findings against(Path folder, String other, @Nullable String token) {
    var branch = new Branch(folder);
    return new Findings(other, new Checking(branch, released(other, token), false).all());
  }

  private static Released released(String other, @Nullable String token) {
    if (other.matches("(?i)https?:.*")) return new ReleasedOverHttp(other, token);
    var folder = Path.of(other);
    if (!Files.isDirectory(folder)) throw new Unusable(other + " is neither a folder nor a URL");
    return new ReleasedFiles(Catalog.at(folder));
  }

  public boolean areFine() {
    return all.stream().allMatch(each -> each.state() == Checked.State.OK);
  }

  public void print(PrintWriter out) {
    new Report(out).print(all, against);
  }

  public ObjectNode json() {
    var document = Json.object().put("against", against).put("ok", areFine());
    var versions = document.putArray("checked");
    for (var checked : all) put(versions.addObject(), checked);
    return document;
  }

  private static void put(ObjectNode into, Checked checked) {
    into.put("what", checked.what());
    into.put("state", checked.state().name().toLowerCase(Locale.ROOT));
    var verdicts = into.putArray("verdicts");
    for (var each : checked.judged())
      put(verdicts.addObject(), each, checked.bridged().contains(each));
    var problems = into.putArray("problems");
    for (var each : checked.problems())
      problems.addObject().put("where", each.where()).put("says", each.says());
  }

  private static void put(ObjectNode into, Judged judged, boolean bridged) {
    into.put("direction", judged.direction().name().toLowerCase(Locale.ROOT));
    into.put("of", judged.version());
    into.put("bridged", bridged);
    VerdictJson.put(into, judged.verdict());
    var accepted = into.putArray("accepted");
    for (var risk : judged.accepted())
      accepted
          .addObject()
          .put("policy", risk.policy().slug())
          .put("keyword", risk.keyword())
          .put("pointer", risk.pointer())
          .set("witness", risk.witness());
  }
}
