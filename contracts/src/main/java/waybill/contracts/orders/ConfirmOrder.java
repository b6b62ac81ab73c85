package waybill.contracts.orders;

import waybill.contracts.payments.Money;

/** Everything for the order was done. */
public record ConfirmOrder(String orderId, Money total) {}
