package waybill.contracts.inventory;

import java.util.List;

/** Set aside all of these, or none. */
public record ReserveStock(String reservationId, List<StockLine> lines) {}
