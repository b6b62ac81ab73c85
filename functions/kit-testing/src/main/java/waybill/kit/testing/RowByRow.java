package waybill.kit.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;

/** The same table without shared requests: whatever befalls a single row can befall each. */
public class RowByRow extends ForwardingTable {

  public RowByRow(Table table) {
    super(table);
  }

  @Override
  public List<Item> readEach(Collection<Key> keys) {
    return keys.stream().flatMap(key -> read(key).stream()).toList();
  }

  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    return writes.stream().map(this::write).toList();
  }

  @Override
  public void clearEach(Map<Key, Predicate<Unsent>> routed) {
    routed.forEach(this::clear);
  }
}
