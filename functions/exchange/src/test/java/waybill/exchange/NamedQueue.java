package waybill.exchange;

import java.util.List;
import java.util.Set;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;
import waybill.kit.outbox.QueueGone;
import waybill.kit.testing.MemoryQueue;

/** A subscriber's own queue, which it may take away. */
final class NamedQueue implements Queue {
  final MemoryQueue queue = new MemoryQueue();
  private boolean gone;

  @Override
  public Set<Integer> send(List<Parcel> parcels) {
    check();
    return queue.send(parcels);
  }

  boolean isEmpty() {
    check();
    return queue.waiting().isEmpty();
  }

  void goes() {
    gone = true;
  }

  void comesBack() {
    gone = false;
    queue.forget();
  }

  private void check() {
    if (gone) throw new QueueGone("the queue does not exist", new IllegalStateException());
  }
}
