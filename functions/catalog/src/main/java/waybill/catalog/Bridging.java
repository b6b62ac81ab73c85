package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_BRIDGE;
import static waybill.catalog.ContractsProblem.SCHEMA_TOO_LARGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Bundle;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Violation;
import waybill.contracts.bridge.Bridge;
import waybill.contracts.bridge.Counterexample;
import waybill.contracts.bridge.NoTranslation;
import waybill.contracts.bridge.Trial;
import waybill.contracts.catalog.BridgeTexts;
import waybill.kit.problem.Refusal;

/** Bridges that somebody has sent, each to the latest version: tried before they are relied on. */
final class Bridging {
  private static final String AT = "/bridge";

  private final Contracts contracts;

  Bridging(Contracts contracts) {
    this.contracts = contracts;
  }

  static BridgeTexts texts(Bridge bridge) {
    return new BridgeTexts(bridge.up().toString(), bridge.down().toString());
  }

  /** Why it is none, whatever documents there are. */
  Optional<Refusal> refusal(@Nullable BridgeTexts texts, Defined contract, Bundle candidate) {
    if (texts == null) return Optional.empty();
    if (contract.latest().isEmpty())
      return Optional.of(
          BAD_BRIDGE.at(at("", "from", "there is no version that it could lead to")));
    int bytes = candidate.bytes() + Json.bytes(Json.tree(texts)).length;
    if (bytes > Candidates.SCHEMA_BYTES_MAX)
      return Optional.of(
          SCHEMA_TOO_LARGE.at(
              at("", "size", "with its schema at most " + Candidates.SCHEMA_BYTES_MAX + " bytes")));
    try {
      Bridge.of(texts.up(), texts.down());
      return Optional.empty();
    } catch (NoTranslation e) {
      String says = String.valueOf(e.getMessage());
      return Optional.of(BAD_BRIDGE.at(at("/" + e.side(), "jsonata", says)));
    }
  }

  private static List<Violation> at(String pointer, String rule, String says) {
    return List.of(new Violation(AT + pointer, rule, says));
  }

  /** A document that it does not carry over, if one is found. */
  Optional<Counterexample> counterexample(
      @Nullable BridgeTexts texts, Defined contract, Bundle candidate, List<JsonNode> examples) {
    if (texts == null) return Optional.empty();
    int latest = contract.latest().orElseThrow().number();
    Frozen old = contracts.content(new ContractId(contract.name(), latest)).orElseThrow();
    return new Trial(old.schema(), candidate.schema())
        .of(Bridge.of(texts.up(), texts.down()), old.examples(), examples);
  }

  /** Where it leads to. */
  static @Nullable Integer from(@Nullable BridgeTexts texts, Defined contract) {
    return texts == null ? null : contract.latest().map(Numbered::number).orElse(null);
  }
}
