package waybill.contracts.inventory;

import waybill.contracts.payments.Money;

/** How many of one article, and what one of them costs. */
public record PricedLine(String sku, int quantity, Money price) {}
