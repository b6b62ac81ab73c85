package waybill.exchange.desk;

import waybill.kit.Limits;

/** What stands in a receipt or an order is as long as it may be. */
final class Shortened {
  private static final int BY_CHARS_MAX = 200;

  private Shortened() {}

  static String reason(String reason) {
    return reason.substring(0, Math.min(reason.length(), Limits.REASON_CHARS_MAX));
  }

  static String by(String by) {
    return by.substring(0, Math.min(by.length(), BY_CHARS_MAX));
  }
}
