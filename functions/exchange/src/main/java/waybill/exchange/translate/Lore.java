package waybill.exchange.translate;

import java.util.Optional;
import java.util.Set;
import waybill.contracts.ContractId;
import waybill.contracts.verdict.Policy;

/** What is known of contracts besides their schemas. */
public interface Lore {

  /** What leads from an older version to this one. */
  Optional<Led> bridge(ContractId to);

  /** The risks that the contract accepts. */
  Set<Policy> policies(String contract);
}
