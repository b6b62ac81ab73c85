package waybill.contracts.saga;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Where a field of a command comes from. */
public sealed interface Source {

  /**
   * From what is known of the saga: {@code /input/…} is the document that began it, {@code
   * /replies/<step>/…} the reply by which a step was done, {@code /saga/id}, {@code /saga/key},
   * {@code /saga/reason} and {@code /saga/step} the saga itself, why it is undone and which step
   * was refused.
   */
  record From(JsonPointer pointer) implements Source {}

  record Constant(JsonNode value) implements Source {}
}
