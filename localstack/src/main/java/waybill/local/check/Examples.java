package waybill.local.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Malformed;
import waybill.contracts.Violation;

/** Whether examples are what their folder and their name say. */
record Examples(Branch branch, ContractId id, Catalog validator) {

  List<Checked.Problem> problems() {
    var problems = new ArrayList<Checked.Problem>();
    for (var valid : List.of(true, false))
      for (var file : branch.examples(id.name(), id.version(), valid)) {
        var says = says(file, valid);
        if (!says.isEmpty())
          problems.add(new Checked.Problem("examples/" + folder(valid) + Branch.name(file), says));
      }
    return problems;
  }

  private static String folder(boolean valid) {
    return valid ? "valid/" : "invalid/";
  }

  /** Nothing if the example is right. */
  private String says(Path file, boolean valid) {
    try {
      var violations = validator.check(id, Json.parse(Files.readAllBytes(file)));
      return valid ? whyInvalid(violations) : whyNotAsNamed(violations, Branch.name(file));
    } catch (Malformed e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String whyInvalid(List<Violation> violations) {
    if (violations.isEmpty()) return "";
    var first = violations.get(0);
    return "is not valid: " + first.rule() + " at '" + first.pointer() + "', " + first.says();
  }

  private static String whyNotAsNamed(List<Violation> violations, String name) {
    if (violations.isEmpty()) return "is valid";
    var shown = violations.stream().map(Examples::named).toList();
    return !name.contains("@") || shown.contains(name)
        ? ""
        : "is not what its name says, but " + String.join(", ", shown);
  }

  /** As in {@code minimum@lines.0.quantity.json}. */
  private static String named(Violation violation) {
    var dotted = violation.pointer().replaceFirst("^/", "").replace('/', '.');
    return violation.rule() + "@" + dotted + ".json";
  }
}
