package waybill.sagas.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Violation;
import waybill.contracts.saga.Told;

/** Makes documents of facts, and checks them against their contracts. */
public interface Composing {

  /** A document, and what is wrong with it. */
  record Composed(Told told, JsonNode document, List<Violation> violations) {

    /** Why it can't be sent. */
    Optional<String> fault() {
      if (violations.isEmpty()) return Optional.empty();
      Violation first = violations.get(0);
      return Optional.of(
          told.command() + " can't be made: " + first.pointer() + " " + first.says());
    }
  }

  /**
   * @param facts {@code input}, {@code replies} by step, and {@code saga}
   */
  Composed of(Told told, JsonNode facts);
}
