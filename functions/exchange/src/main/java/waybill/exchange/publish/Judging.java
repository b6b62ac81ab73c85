package waybill.exchange.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Kind;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.contracts.exchange.Event;
import waybill.exchange.hear.Copies;
import waybill.kit.problem.Refusal;

/** Holds an event against its contract: who may send it, which version, the data, the key. */
final class Judging {
  private static final Set<Kind> SAID = Set.of(Kind.EVENT, Kind.COMMAND, Kind.REPLY);

  private final Catalog catalog;
  private final Copies copies;
  private final Versions versions;

  /**
   * @param catalog knows what was registered, too
   */
  Judging(Catalog catalog, Copies copies, Versions versions) {
    this.catalog = catalog;
    this.copies = copies;
    this.versions = versions;
  }

  Judged of(Event event) {
    Optional<Definition> definition = versions.definition(event);
    if (definition.isEmpty()) return new Judged.Unfit(PublishProblem.UNKNOWN_CONTRACT.at("/type"));
    if (!maySend(event, definition.get()))
      return new Judged.Unfit(PublishProblem.NOT_A_SENDER.because(event.type()));
    Optional<ContractId> version = versions.of(event);
    if (version.isEmpty())
      return new Judged.Unfit(PublishProblem.UNKNOWN_VERSION.at("/dataschema"));
    return checked(event, version.get(), definition.get());
  }

  private static boolean maySend(Event event, Definition definition) {
    return SAID.contains(definition.kind()) && definition.senders().contains(event.source());
  }

  private Judged checked(Event event, ContractId version, Definition definition) {
    if (copies.retiredAt(version).isPresent())
      return new Judged.Unfit(PublishProblem.RETIRED_VERSION.at("/dataschema"));
    List<Violation> violations = catalog.check(version, event.data());
    if (!violations.isEmpty())
      return new Judged.Unfit(
          Refusal.violates(version, violations.stream().map(Judging::inData).toList()));
    return keyed(event, version, definition.key());
  }

  private static Violation inData(Violation violation) {
    return new Violation("/data" + violation.pointer(), violation.rule(), violation.says());
  }

  private static Judged keyed(Event event, ContractId version, @Nullable String pointer) {
    String key = pointer == null ? event.subject() : text(event.data().at(pointer));
    if (key == null || !MessageId.isKey(key))
      return new Judged.Unfit(
          PublishProblem.NO_KEY.at(pointer == null ? "/subject" : "/data" + pointer));
    if (event.subject() != null && !event.subject().equals(key))
      return new Judged.Unfit(PublishProblem.OTHER_KEY.at("/subject"));
    return new Judged.Fit(version, key);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
  }
}
