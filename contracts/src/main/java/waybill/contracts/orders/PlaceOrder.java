package waybill.contracts.orders;

import java.util.List;

/** A user wants to buy. */
public record PlaceOrder(String userId, List<OrderLine> lines) {}
