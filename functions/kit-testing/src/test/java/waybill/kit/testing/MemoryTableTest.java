package waybill.kit.testing;

import waybill.kit.commit.Table;

class MemoryTableTest implements TableContract {
  private final Table table = new MemoryTable();

  @Override
  public Table table() {
    return table;
  }
}
