package waybill.contracts.orders;

/** How many of one article. */
public record OrderLine(String sku, int quantity) {}
