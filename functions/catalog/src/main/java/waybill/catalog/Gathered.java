package waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Registered;

/** The contracts that one saga names, if one may begin to use them: each is read once. */
final class Gathered implements Registered {
  private final Contracts contracts;
  private final Map<String, Optional<Definition>> definitions = new HashMap<>();
  private final Map<ContractId, Optional<JsonNode>> schemas = new HashMap<>();

  Gathered(Contracts contracts) {
    this.contracts = contracts;
  }

  @Override
  public Optional<Definition> definition(String name) {
    return definitions.computeIfAbsent(name, contracts::definition);
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return schemas.computeIfAbsent(
        id, one -> contracts.has(one) ? contracts.schema(one) : Optional.empty());
  }
}
