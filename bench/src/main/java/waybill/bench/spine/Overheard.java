package waybill.bench.spine;

import java.util.ArrayList;
import java.util.List;
import waybill.kit.commit.Change;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;
import waybill.kit.outbox.Speaker;

/** A table, and what its stream would show of those who speak. What shares a call, still does. */
final class Overheard extends ForwardingTable {
  private final List<Speaker> spoken = new ArrayList<>();

  Overheard(Table table) {
    super(table);
  }

  @Override
  public boolean write(Write write) {
    boolean written = super.write(write);
    if (written) hear(write);
    return written;
  }

  @Override
  public List<Boolean> writeEach(List<Write> writes) {
    List<Boolean> written = super.writeEach(writes);
    for (int at = 0; at < writes.size(); at++) if (written.get(at)) hear(writes.get(at));
    return written;
  }

  private synchronized void hear(Write write) {
    for (Change change : write.changes())
      if (change instanceof Change.Put put && !put.says().isEmpty())
        spoken.add(new Speaker(put.key(), put.says()));
  }

  /** Since the last time. */
  synchronized List<Speaker> take() {
    List<Speaker> taken = List.copyOf(spoken);
    spoken.clear();
    return taken;
  }
}
