package waybill.kit.testing;

import waybill.kit.commit.Counters;

class MemoryCountersTest implements CountersContract {
  private final Counters counters = new MemoryCounters();

  @Override
  public Counters counters() {
    return counters;
  }
}
