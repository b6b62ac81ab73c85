package waybill.kit.testing;

import waybill.kit.commit.Tally;

class MemoryTallyTest implements TallyContract {
  private final Tally tally = new MemoryTally();

  @Override
  public Tally tally() {
    return tally;
  }
}
