package waybill.exchange;

import java.util.Optional;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.testing.RowByRow;

/** A table in which nobody may ask for a copy of what was registered. */
final class Unread extends RowByRow {

  Unread(Table table) {
    super(table);
  }

  @Override
  public Optional<Item> read(Key key) {
    if (key.place().equals("item")) throw new AssertionError("read " + key);
    return super.read(key);
  }
}
