package waybill.bench.saga;

import waybill.bench.count.Bill;
import waybill.bench.count.Cost;

/** What a run has cost, by whose it is. */
record Bills(Bill coordinator, Bill participants, Bill exchange) {

  Bills() {
    this(new Bill(), new Bill(), new Bill());
  }

  Cost total(int sagas) {
    return coordinator.total(sagas).plus(participants.total(sagas)).plus(exchange.total(sagas));
  }

  double polls(int sagas) {
    return coordinator.polls(sagas) + participants.polls(sagas) + exchange.polls(sagas);
  }
}
