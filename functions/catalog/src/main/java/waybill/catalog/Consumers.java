package waybill.catalog;

import java.util.List;
import waybill.kit.commit.Commit;

/** Which services say that they use a contract, at whatever version. */
interface Consumers {

  /** Of every version of the contract of this name. */
  List<Use> usesOf(String contract);

  /**
   * The commit shall hold only if the uses are still these; so nobody comes to use a version in the
   * very moment in which it is retired, or in which a new one is judged.
   */
  default Commit asTheyAre(Commit commit, String contract) {
    return commit;
  }
}
