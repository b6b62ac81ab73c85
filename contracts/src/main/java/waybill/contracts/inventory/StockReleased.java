package waybill.contracts.inventory;

/** Nothing is set aside any more. */
public record StockReleased(String reservationId) {}
