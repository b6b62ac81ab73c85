package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The contracts of a catalog, seen as registered ones are. */
record Whole(Catalog catalog) implements Registered {

  @Override
  public Optional<Definition> definition(String name) {
    try {
      return Optional.of(catalog.definition(name));
    } catch (UnknownContract e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return catalog.has(id)
        ? Optional.of(
            Bundle.of(catalog.schema(id), other -> Optional.of(catalog.schema(other))).schema())
        : Optional.empty();
  }

  @Override
  public Optional<JsonNode> numbers(ContractId id) {
    return catalog.numbers(id);
  }
}
