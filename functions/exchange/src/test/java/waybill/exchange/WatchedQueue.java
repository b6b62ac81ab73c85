package waybill.exchange;

import java.util.List;
import java.util.Set;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** A queue that tells before each call. */
record WatchedQueue(Queue queue, Runnable before) implements Queue {

  @Override
  public Set<Integer> send(List<Parcel> parcels) {
    before.run();
    return queue.send(parcels);
  }
}
