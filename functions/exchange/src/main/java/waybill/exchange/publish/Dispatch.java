package waybill.exchange.publish;

import java.util.List;
import waybill.exchange.ledger.Arrival;
import waybill.kit.Limits;
import waybill.kit.log.Log;
import waybill.kit.outbox.Batches;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** Passes on to the router. What the queue does not take has its due mark and goes out later. */
final class Dispatch {
  private final Queue published;
  private final Log log;

  Dispatch(Queue published, Log log) {
    this.published = published;
    this.log = log;
  }

  /**
   * @param round sets a copy apart from those that the queue may still remember
   */
  void send(List<Arrival> arrivals, String round) {
    List<Parcel> parcels =
        arrivals.stream().map(one -> Parcel.of(one.id(), one.digest(), round, one.text())).toList();
    for (var batch : Batches.of(parcels, Limits.BATCH_ENTRIES_MAX)) trySend(batch);
  }

  private void trySend(List<Parcel> batch) {
    try {
      int refused = published.send(batch).size();
      if (refused > 0) log.warn("the queue of what is published refused", "parcels", refused);
    } catch (RuntimeException e) {
      log.error("the queue of what is published took nothing", e);
    }
  }
}
