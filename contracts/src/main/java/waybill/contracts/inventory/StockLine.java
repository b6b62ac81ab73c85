package waybill.contracts.inventory;

/** How many of one article. */
public record StockLine(String sku, int quantity) {}
