package waybill.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.inventory.PricedLine;
import waybill.contracts.inventory.StockRefused;
import waybill.contracts.inventory.StockReserved;
import waybill.contracts.payments.Money;
import waybill.kit.commit.Kind;

/**
 * What was asked for under one id, and what became of it. It stays for ever: so what is heard again
 * is answered again, and what was released before it was reserved is never set aside.
 *
 * @param lines each article once; none where nothing was ever set aside
 * @param total null where nothing was ever set aside
 * @param why null unless it is refused
 */
record Reservation(
    String id, State state, List<PricedLine> lines, @Nullable Money total, @Nullable Why why) {
  static final Kind<Reservation> RESERVATION = Kind.entity("reservation", Reservation.class);

  /** Where a reservation stands. */
  enum State {
    RESERVED,
    REFUSED,
    CONFIRMED,
    RELEASED
  }

  Reservation {
    lines = List.copyOf(lines);
  }

  static Reservation reserved(String id, List<PricedLine> lines, Money total) {
    return new Reservation(id, State.RESERVED, lines, total, null);
  }

  static Reservation refused(String id, Why why) {
    return new Reservation(id, State.REFUSED, List.of(), null, why);
  }

  /** Whatever comes later under this id comes too late. */
  static Reservation releasedBefore(String id) {
    return new Reservation(id, State.RELEASED, List.of(), null, null);
  }

  Reservation confirmed() {
    return new Reservation(id, State.CONFIRMED, lines, total, null);
  }

  Reservation released() {
    return new Reservation(id, State.RELEASED, lines, total, null);
  }

  /** What it promised, as long as it holds. */
  StockReserved promise() {
    if (total == null) throw new IllegalStateException(id + " never held anything");
    return new StockReserved(id, lines, total);
  }

  StockRefused refusal() {
    Why because = why == null ? Why.RELEASED : why;
    return new StockRefused(id, because.reason(), because.says());
  }
}
