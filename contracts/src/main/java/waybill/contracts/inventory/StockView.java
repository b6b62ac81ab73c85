package waybill.contracts.inventory;

import waybill.contracts.payments.Money;

/** An article as the service shows it. */
public record StockView(String sku, Money price, long quantity, long reserved) {}
