package waybill.catalog;

import java.util.List;

/** Which services say that they use a contract, at whatever version. */
interface Consumers {

  /** Of every version of the contract of this name. */
  List<Use> usesOf(String contract);
}
