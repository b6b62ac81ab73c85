package waybill.exchange.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import waybill.contracts.MessageId;

/** What one page of the table has brought, by source and by flow. */
final class Sums {
  static final String SOURCES = "source~";
  static final String FLOWS = "flow~";
  private final Map<String, Sum> sums = new TreeMap<>();
  private final List<Lost> lost = new ArrayList<>();

  /** A delivery that was routed, and of which nothing is there. */
  record Lost(MessageId id, String subscription) {}

  void lost(MessageId id, String subscription) {
    lost.add(new Lost(id, subscription));
  }

  List<Lost> lost() {
    return lost;
  }

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
