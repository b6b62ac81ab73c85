package waybill.contracts.inventory;

/** What was reserved is sold. */
public record StockConfirmed(String reservationId) {}
