package waybill.exchange.lane;

/**
 * What still has room in an answer.
 *
 * @param whole nothing is in it yet: then one message has room, however long
 */
public record Share(int most, long chars, boolean whole) {

  public static Share of(int most, long chars) {
    return new Share(most, chars, true);
  }

  boolean has(long length) {
    return most > 0 && (whole || length <= chars);
  }

  public Share without(long length) {
    return new Share(most - 1, chars - length, false);
  }

  public boolean isUsedUp() {
    return most <= 0 || chars <= 0;
  }
}
