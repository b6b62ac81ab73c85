package waybill.kit.outbox;

import java.util.List;
import java.util.Set;

/** A FIFO queue to send to. {@code QueueContract} in the kit for tests says what it promises. */
public interface Queue {

  /**
   * One request with at most ten parcels.
   *
   * @return the positions that were refused, the others are safe in the queue
   */
  Set<Integer> send(List<Parcel> parcels);
}
