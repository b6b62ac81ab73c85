package waybill.contracts.orders;

import waybill.contracts.Contract;

/** A handle for each contract that {@code orders} owns. */
public final class OrdersContracts {
  public static final Contract<PlaceOrder> PLACE_ORDER =
      Contract.of("orders.place-order/1", PlaceOrder.class);
  public static final Contract<OrderAccepted> ORDER_ACCEPTED =
      Contract.of("orders.order-accepted/1", OrderAccepted.class);
  public static final Contract<OrderView> ORDER = Contract.of("orders.order/1", OrderView.class);
  public static final Contract<ListOrders> LIST_ORDERS =
      Contract.of("orders.list-orders/1", ListOrders.class);
  public static final Contract<OrderList> ORDER_LIST =
      Contract.of("orders.order-list/1", OrderList.class);
  public static final Contract<OrderPlaced> ORDER_PLACED =
      Contract.of("orders.order-placed/1", OrderPlaced.class);

  private OrdersContracts() {}
}
