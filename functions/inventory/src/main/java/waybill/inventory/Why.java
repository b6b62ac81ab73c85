package waybill.inventory;

import waybill.contracts.inventory.StockRefusal;

/** Why nothing is set aside, in a sentence for whoever wants to buy. */
record Why(StockRefusal reason, String says) {
  static final Why MIXED_CURRENCIES =
      new Why(
          StockRefusal.MIXED_CURRENCIES,
          "These articles are sold in different currencies: order them one by one.");
  static final Why TOO_EXPENSIVE =
      new Why(StockRefusal.TOO_MUCH, "This costs more than can be paid at once.");
  static final Why RELEASED = new Why(StockRefusal.RELEASED, "This reservation was given up.");
  static final Why NOT_RESERVED =
      new Why(StockRefusal.NOT_RESERVED, "Nothing was reserved under this name.");

  static Why tooManyArticles(int most) {
    return new Why(
        StockRefusal.TOO_MUCH, "At most " + most + " different articles can be ordered at once.");
  }

  static Why unknown(String sku) {
    return new Why(StockRefusal.UNKNOWN_SKU, "There is no article called " + sku + ".");
  }

  static Why only(Stock left) {
    return new Why(StockRefusal.OUT_OF_STOCK, left(left));
  }

  private static String left(Stock stock) {
    if (stock.free() == 0) return stock.sku() + " is sold out.";
    String are = stock.free() == 1 ? " is" : " are";
    return "Only " + stock.free() + " of " + stock.sku() + are + " left.";
  }
}
