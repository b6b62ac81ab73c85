package waybill.catalog;

import java.util.List;
import waybill.contracts.ContractId;

/** Which services say that they use a contract, at whatever version. */
interface Consumers {

  /**
   * One service's word about one contract: it reads its documents or, where the owner reads them,
   * sends them.
   */
  record Use(String service, ContractId takes) {}

  /** Of every version of the contract of this name. */
  List<Use> usesOf(String contract);
}
