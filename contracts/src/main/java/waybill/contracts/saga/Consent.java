package waybill.contracts.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Registered;
import waybill.contracts.Violation;

/**
 * A saga acts in the name of its owner: it commands only whom the owner may command, and begins by
 * what the owner may read. Else everybody could do through a saga what they may not do themselves.
 */
public final class Consent {
  private final Registered contracts;
  private final String owner;
  private final List<Violation> lacking = new ArrayList<>();

  private Consent(Registered contracts, String owner) {
    this.contracts = contracts;
    this.owner = owner;
  }

  /** Of a definition that is well formed: each with a pointer into it. */
  public static List<Violation> lacking(JsonNode definition, Registered contracts) {
    Consent consent = new Consent(contracts, definition.path("owner").asText());
    consent.check(definition);
    return List.copyOf(consent.lacking);
  }

  private void check(JsonNode definition) {
    reads("/begins", definition.path("begins"));
    reads("/cancels", definition.path("cancels"));
    each("/steps", definition.path("steps"), this::stage);
    each("/completed", definition.path("completed"), this::command);
    each("/undone", definition.path("undone"), this::command);
  }

  private interface Look {
    void at(String pointer, JsonNode part);
  }

  private static void each(String pointer, JsonNode parts, Look look) {
    for (int i = 0; i < parts.size(); i++) look.at(pointer + "/" + i, parts.get(i));
  }

  private void stage(String pointer, JsonNode stage) {
    if (stage.has("together")) each(pointer + "/together", stage.path("together"), this::step);
    else step(pointer, stage);
  }

  private void step(String pointer, JsonNode step) {
    command(pointer, step);
    command(pointer + "/undo", step.path("undo"));
  }

  private void command(String pointer, JsonNode told) {
    needs(pointer + "/command", told.path("command"), Definition::senders, "senders");
  }

  private void reads(String pointer, JsonNode contract) {
    needs(pointer, contract, Definition::readers, "readers");
  }

  /** What is not known has been found already. */
  private void needs(
      String pointer, JsonNode named, Function<Definition, List<String>> whom, String what) {
    if (!named.isTextual()) return;
    ContractId id = ContractId.parse(named.textValue());
    if (id.owner().equals(owner)) return;
    Optional<Definition> known = contracts.definition(id.name());
    if (known.isPresent() && !whom.apply(known.get()).contains(owner))
      lacking.add(
          new Violation(
              pointer, "no-consent", id + " does not name " + owner + " among its " + what));
  }
}
