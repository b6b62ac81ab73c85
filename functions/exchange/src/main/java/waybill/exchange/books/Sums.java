package waybill.exchange.books;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What one page of the table has brought, by source and by flow. */
final class Sums {
  static final String SOURCES = "source~";
  static final String FLOWS = "flow~";
  private final Map<String, Sum> sums = new TreeMap<>();

  void ofSource(String source, UnaryOperator<Sum> change) {
    change(SOURCES + source, change);
  }

  void ofFlow(Flow flow, UnaryOperator<Sum> change) {
    change(FLOWS + flow, change);
  }

  private void change(String place, UnaryOperator<Sum> change) {
    sums.put(place, change.apply(sums.getOrDefault(place, Sum.NONE)));
  }

  Map<String, Sum> byPlace() {
    return sums;
  }
}
