package waybill.contracts.inventory;

import waybill.contracts.Contract;

/** A handle for each contract that {@code inventory} owns. */
public final class InventoryContracts {
  public static final Contract<PutStock> PUT_STOCK =
      Contract.of("inventory.put-stock/1", PutStock.class);
  public static final Contract<StockView> STOCK = Contract.of("inventory.stock/1", StockView.class);
  public static final Contract<ReserveStock> RESERVE_STOCK =
      Contract.of("inventory.reserve-stock/1", ReserveStock.class);
  public static final Contract<StockReserved> STOCK_RESERVED =
      Contract.of("inventory.stock-reserved/1", StockReserved.class);
  public static final Contract<StockRefused> STOCK_REFUSED =
      Contract.of("inventory.stock-refused/1", StockRefused.class);
  public static final Contract<ConfirmStock> CONFIRM_STOCK =
      Contract.of("inventory.confirm-stock/1", ConfirmStock.class);
  public static final Contract<StockConfirmed> STOCK_CONFIRMED =
      Contract.of("inventory.stock-confirmed/1", StockConfirmed.class);
  public static final Contract<ReleaseStock> RELEASE_STOCK =
      Contract.of("inventory.release-stock/1", ReleaseStock.class);
  public static final Contract<StockReleased> STOCK_RELEASED =
      Contract.of("inventory.stock-released/1", StockReleased.class);

  private InventoryContracts() {}
}
