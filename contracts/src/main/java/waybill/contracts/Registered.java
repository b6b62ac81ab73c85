package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Contracts that were registered at run time, wherever they are kept. */
public interface Registered {

  /** As it is now; a catalog asks again after some seconds. */
  Optional<Definition> definition(String name);

  /**
   * Whole, with nothing left that leads out of it ({@link Bundle}). A version never changes, so a
   * catalog does not ask again while it remembers.
   */
  Optional<JsonNode> schema(ContractId id);

  /** Of its fields in Protocol Buffers; empty if they were given none. */
  default Optional<JsonNode> numbers(ContractId id) {
    return Optional.empty();
  }
}
