package waybill.exchange.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Malformed;
import waybill.contracts.Violation;
import waybill.contracts.exchange.Event;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.kit.Limits;
import waybill.kit.commit.TooLarge;
import waybill.kit.http.KnownForms;
import waybill.kit.http.NotTaken;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/**
 * Reads data by the contract that their event names, once it is known who speaks and that they may
 * say so much. From then on it is an event like any that came in JSON.
 */
final class Unpacking {
  private final Catalog catalog;
  private final KnownForms forms;
  private final Versions versions;

  Unpacking(Catalog catalog, KnownForms forms, Versions versions) {
    this.catalog = catalog;
    this.forms = forms;
    this.versions = versions;
  }

  Candidate of(Candidate one, Packed packed) {
    Event event = one.event();
    if (event == null || one.refusal() != null) return one;
    Optional<ContractId> version = versions.of(event);
    if (version.isEmpty()) return Candidate.refused(event, unknown(event));
    try {
      return with(event, data(version.get(), packed));
    } catch (NotTaken e) {
      return Candidate.refused(event, forms.refusal(e, version.get()));
    } catch (Malformed e) {
      return Candidate.refused(event, because(Problem.MALFORMED, e));
    } catch (TooLarge e) {
      return Candidate.refused(event, because(Problem.TOO_LARGE, e));
    }
  }

  private Refusal unknown(Event event) {
    return versions.definition(event).isPresent()
        ? PublishProblem.UNKNOWN_VERSION.at("/dataschema")
        : PublishProblem.UNKNOWN_CONTRACT.at("/type");
  }

  private JsonNode data(ContractId version, Packed packed) {
    return forms.read(version, packed.format(), packed.data(), Limits.LONG_MESSAGE_BYTES_MAX);
  }

  private static Refusal because(Problem problem, RuntimeException e) {
    return problem.because(String.valueOf(e.getMessage()));
  }

  private Candidate with(Event event, JsonNode data) {
    var contract = ExchangeContracts.EVENT;
    JsonNode whole = ((ObjectNode) Json.tree(event)).set("data", data);
    List<Violation> violations = catalog.check(contract.id(), whole);
    return violations.isEmpty()
        ? Candidate.of(catalog.read(contract, whole))
        : Candidate.refused(event, Refusal.violates(contract.id(), violations));
  }
}
