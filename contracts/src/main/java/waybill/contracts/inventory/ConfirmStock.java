package waybill.contracts.inventory;

/** What is reserved is sold. */
public record ConfirmStock(String reservationId) {}
