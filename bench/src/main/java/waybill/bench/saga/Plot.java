package waybill.bench.saga;

import java.util.List;
import waybill.bench.spine.Machine;
import waybill.bench.spine.Member;
import waybill.contracts.Catalog;
import waybill.kit.commit.Commit;

/** A saga that is measured. */
interface Plot {
  int steps();

  Catalog catalog();

  /** All who take part, but for the coordinator; the first one is who begins. */
  List<Member> cast(Machine machine);

  /** What begins the next one, committed by the first of the cast. */
  Commit begin(Member first, String id);

  /** How many messages somebody hears in one saga. */
  int heard();

  /** How many are said to nobody. */
  int unheard();
}
