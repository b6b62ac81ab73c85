package waybill.kit.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** A FIFO queue in memory that keeps {@link QueueContract}; a test takes out what stands in it. */
public final class MemoryQueue implements Queue {
  private final List<Parcel> parcels = new ArrayList<>();
  private final Set<String> remembered = new HashSet<>();
  private Predicate<Parcel> refusing = parcel -> false;

  @Override
  public synchronized Set<Integer> send(List<Parcel> batch) {
    if (batch.size() > 10) throw new IllegalArgumentException("more than ten entries in a batch");
    Set<Integer> refused = new HashSet<>();
    for (int at = 0; at < batch.size(); at++) {
      Parcel parcel = batch.get(at);
      if (refusing.test(parcel)) refused.add(at);
      else if (remembered.add(parcel.group() + parcel.deduplication())) parcels.add(parcel);
    }
    return refused;
  }

  /** Such parcels are refused from now on. */
  public synchronized void refuse(Predicate<Parcel> which) {
    refusing = which;
  }

  /** It is gone, or its key or policy is: every request fails from now on. */
  public synchronized void breaks() {
    refusing =
        parcel -> {
          throw new IllegalStateException("no such queue");
        };
  }

  /** Takes everything out, in order. */
  public synchronized List<String> take() {
    List<String> bodies = parcels.stream().map(Parcel::body).toList();
    parcels.clear();
    return bodies;
  }

  public synchronized List<Parcel> waiting() {
    return List.copyOf(parcels);
  }

  /** The five minutes are over. */
  public synchronized void forget() {
    remembered.clear();
  }

  /** What stood in it is lost. */
  public synchronized void purge() {
    parcels.clear();
  }
}
