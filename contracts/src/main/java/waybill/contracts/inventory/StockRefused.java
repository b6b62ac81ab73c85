package waybill.contracts.inventory;

/** Nothing is set aside, and why. */
public record StockRefused(String reservationId, StockRefusal reason, String says) {}
