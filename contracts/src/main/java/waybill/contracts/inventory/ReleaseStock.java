package waybill.contracts.inventory;

/** What is reserved, or sold already, may be sold to others. */
public record ReleaseStock(String reservationId) {}
