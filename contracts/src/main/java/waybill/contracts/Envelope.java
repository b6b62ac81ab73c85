package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reading the attributes that messages and control share. */
final class Envelope {
  private static final int VIOLATIONS_SHOWN = 3;

  private Envelope() {}

  static void check(ContractId shape, JsonNode document) {
    List<Violation> violations = Catalog.builtIn().check(shape, document);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException("against " + shape + ": " + first(violations));
    }
  }

  static ContractId contract(JsonNode document) {
    ContractId contract = ContractId.ofPath(document.path("dataschema").textValue());
    if (!contract.name().equals(document.path("type").textValue())) {
      throw new IllegalArgumentException("/dataschema is of another contract than /type");
    }
    return contract;
  }

  static @Nullable String text(JsonNode document, String name) {
    return document.path(name).textValue();
  }

  private static String first(List<Violation> violations) {
    return violations.stream()
        .limit(VIOLATIONS_SHOWN)
        .map(violation -> violation.pointer() + " " + violation.says())
        .collect(Collectors.joining("; "));
  }
}
