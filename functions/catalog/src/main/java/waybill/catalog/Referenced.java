package waybill.catalog;

import java.util.ArrayList;
import java.util.List;
import waybill.contracts.ContractId;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * Which versions in use were made with a version. An item of its own, written by who begins to
 * refer and by who retires: so of two at once, one decides again.
 */
record Referenced(boolean retired, List<ContractId> by) {
  /** Ids of at most 140 bytes each. */
  static final int BY_MAX = 1_000;

  private static final Kind<Referenced> REFERENCED = Kind.entry("referenced", Referenced.class);

  static Row<Referenced> row(ContractId id, Rows rows) {
    return rows.at(REFERENCED, id.toString());
  }

  static Referenced in(Row<Referenced> row) {
    return row.value().orElse(new Referenced(false, List.of()));
  }

  boolean isFull() {
    return by.size() >= BY_MAX;
  }

  Referenced and(ContractId one) {
    List<ContractId> more = new ArrayList<>(by);
    more.add(one);
    return new Referenced(retired, List.copyOf(more));
  }

  Referenced without(ContractId one) {
    return new Referenced(retired, by.stream().filter(id -> !id.equals(one)).toList());
  }
}
