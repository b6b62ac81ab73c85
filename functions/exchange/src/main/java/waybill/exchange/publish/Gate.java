package waybill.exchange.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import waybill.contracts.Catalog;
import waybill.contracts.Violation;
import waybill.contracts.exchange.Event;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.hear.Bindings;
import waybill.kit.problem.Refusal;

/** Before anything is read about an event: its form, who speaks, and how much they have said. */
final class Gate {
  private final Catalog catalog;
  private final Bindings bindings;
  private final Quota quota;

  Gate(Catalog catalog, Bindings bindings, Quota quota) {
    this.catalog = catalog;
    this.bindings = bindings;
    this.quota = quota;
  }

  /** A service is counted once a request, and only for those who may speak for it. */
  List<Candidate> candidates(List<JsonNode> documents, Set<String> bound) {
    List<Candidate> read = documents.stream().map(document -> read(document, bound)).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Candidate one : read)
      if (one.event() != null && one.refusal() == null)
        counts.merge(one.event().source(), 1, Integer::sum);
    Map<String, Refusal> exceeded = new LinkedHashMap<>();
    counts.forEach(
        (source, count) ->
            quota.exceeded(source, count).ifPresent(refusal -> exceeded.put(source, refusal)));
    return read.stream().map(one -> within(one, exceeded)).toList();
  }

  private static Candidate within(Candidate one, Map<String, Refusal> exceeded) {
    Event event = one.event();
    if (event == null || one.refusal() != null) return one;
    Refusal refusal = exceeded.get(event.source());
    return refusal == null ? one : Candidate.refused(event, refusal);
  }

  private Candidate read(JsonNode document, Set<String> bound) {
    var contract = ExchangeContracts.EVENT;
    List<Violation> violations = catalog.check(contract.id(), document);
    if (!violations.isEmpty())
      return Candidate.refused(null, Refusal.violates(contract.id(), violations));
    Event event = catalog.read(contract, document);
    return mayNotSpeak(event.source(), bound)
        .map(refusal -> Candidate.refused(event, refusal))
        .orElseGet(() -> Candidate.of(event));
  }

  private Optional<Refusal> mayNotSpeak(String source, Set<String> bound) {
    if (!bound.contains(source)) return Optional.of(PublishProblem.FOREIGN_SOURCE.at("/source"));
    if (bindings.hasOutbox(source)) return Optional.of(PublishProblem.BY_OUTBOX_ONLY.at("/source"));
    return Optional.empty();
  }
}
