package waybill.contracts.verdict;

import com.fasterxml.jackson.databind.JsonNode;

/** Says whether every document that is valid under one schema is valid under another. */
@FunctionalInterface
public interface Judge {

  Verdict between(JsonNode from, JsonNode to);

  /** Proves or refutes, each within a second. */
  static Judge standard() {
    return Verdicts.standard()::between;
  }
}
