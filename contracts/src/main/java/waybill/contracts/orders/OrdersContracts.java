package waybill.contracts.orders;

import waybill.contracts.Contract;

/** A handle for each contract that {@code orders} owns. */
public final class OrdersContracts {
  public static final Contract<PlaceOrder> PLACE_ORDER =
      Contract.of("orders.place-order/1", PlaceOrder.class);
  public static final Contract<OrderAccepted1> ORDER_ACCEPTED_1 =
      Contract.of("orders.order-accepted/1", OrderAccepted1.class);
  public static final Contract<OrderAccepted> ORDER_ACCEPTED =
      Contract.of("orders.order-accepted/2", OrderAccepted.class);
  public static final Contract<OrderView1> ORDER_1 =
      Contract.of("orders.order/1", OrderView1.class);
  public static final Contract<OrderView> ORDER = Contract.of("orders.order/2", OrderView.class);
  public static final Contract<ListOrders> LIST_ORDERS =
      Contract.of("orders.list-orders/1", ListOrders.class);
  public static final Contract<OrderList1> ORDER_LIST_1 =
      Contract.of("orders.order-list/1", OrderList1.class);
  public static final Contract<OrderList> ORDER_LIST =
      Contract.of("orders.order-list/2", OrderList.class);
  public static final Contract<ConfirmOrder> CONFIRM_ORDER =
      Contract.of("orders.confirm-order/1", ConfirmOrder.class);
  public static final Contract<RejectOrder> REJECT_ORDER =
      Contract.of("orders.reject-order/1", RejectOrder.class);
  public static final Contract<CloseOrder> CLOSE_ORDER =
      Contract.of("orders.close-order/1", CloseOrder.class);
  public static final Contract<OrderPlaced> ORDER_PLACED =
      Contract.of("orders.order-placed/1", OrderPlaced.class);
  public static final Contract<OrderWithdrawn> ORDER_WITHDRAWN =
      Contract.of("orders.order-withdrawn/1", OrderWithdrawn.class);
  public static final Contract<OrderReturned> ORDER_RETURNED =
      Contract.of("orders.order-returned/1", OrderReturned.class);
  public static final Contract<OrderConfirmed> ORDER_CONFIRMED =
      Contract.of("orders.order-confirmed/1", OrderConfirmed.class);
  public static final Contract<OrderRejected> ORDER_REJECTED =
      Contract.of("orders.order-rejected/1", OrderRejected.class);
  public static final Contract<OrderCancelled> ORDER_CANCELLED =
      Contract.of("orders.order-cancelled/1", OrderCancelled.class);

  private OrdersContracts() {}
}
