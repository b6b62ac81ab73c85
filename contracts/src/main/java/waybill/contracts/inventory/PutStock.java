package waybill.contracts.inventory;

import waybill.contracts.payments.Money;

/** An operator sets the price of an article and how many of it are free to sell. */
public record PutStock(Money price, long quantity) {}
