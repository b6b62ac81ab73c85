package waybill.inventory;

import java.util.regex.Pattern;
import waybill.contracts.inventory.PutStock;
import waybill.contracts.inventory.StockView;
import waybill.contracts.payments.Money;
import waybill.kit.commit.Kind;

/**
 * An article: what one of it costs, how many are free to sell, how many are set aside for somebody.
 */
record Stock(String sku, Money price, long free, long reserved) {
  static final Kind<Stock> STOCK = Kind.entry("stock", Stock.class);
  private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  Stock {
    if (free < 0 || reserved < 0) throw new IllegalStateException(sku + " would be oversold");
  }

  static boolean isSku(String text) {
    return SKU.matcher(text).matches();
  }

  static Stock put(String sku, PutStock put) {
    return new Stock(sku, put.price(), put.quantity(), 0);
  }

  /** What is set aside stays so, at the price that was promised. */
  Stock changed(PutStock put) {
    return new Stock(sku, put.price(), put.quantity(), reserved);
  }

  Stock reserve(int quantity) {
    return new Stock(sku, price, free - quantity, reserved + quantity);
  }

  Stock release(int quantity) {
    return new Stock(sku, price, free + quantity, reserved - quantity);
  }

  Stock sell(int quantity) {
    return new Stock(sku, price, free, reserved - quantity);
  }

  /** Sold, and given back. */
  Stock takeBack(int quantity) {
    return new Stock(sku, price, free + quantity, reserved);
  }

  StockView view() {
    return new StockView(sku, price, free, reserved);
  }
}
