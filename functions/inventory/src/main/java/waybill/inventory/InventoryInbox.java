package waybill.inventory;

import static waybill.contracts.inventory.InventoryContracts.CONFIRM_STOCK;
import static waybill.contracts.inventory.InventoryContracts.RELEASE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.RESERVE_STOCK;
import static waybill.contracts.inventory.InventoryContracts.STOCK_CONFIRMED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_REFUSED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RELEASED;
import static waybill.contracts.inventory.InventoryContracts.STOCK_RESERVED;
import static waybill.inventory.Reservation.RESERVATION;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.inbox.Inbox.on;

import waybill.contracts.inventory.ConfirmStock;
import waybill.contracts.inventory.ReleaseStock;
import waybill.contracts.inventory.ReserveStock;
import waybill.contracts.inventory.StockConfirmed;
import waybill.contracts.inventory.StockReleased;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;

/**
 * What inventory listens to. Each command is about one reservation, and the reservation answers it:
 * whatever is heard again under the same id changes nothing and is answered again.
 */
final class InventoryInbox {
  private final Rows rows;

  InventoryInbox(Rows rows) {
    this.rows = rows;
  }

  Inbox inbox() {
    return Inbox.of(
        on(RESERVE_STOCK, m -> new Reaction.Effect(reserve(m.data()))),
        on(CONFIRM_STOCK, m -> new Reaction.Effect(confirm(m.data()))),
        on(RELEASE_STOCK, m -> new Reaction.Effect(release(m.data()))));
  }

  private Commit reserve(ReserveStock asked) {
    Row<Reservation> row = row(asked.reservationId());
    return row.value()
        .map(known -> commit(answer(row, known)))
        .orElseGet(() -> reserve(row, asked, Basket.of(asked.lines())));
  }

  private Commit reserve(Row<Reservation> row, ReserveStock asked, Basket basket) {
    if (basket.isTooManifold())
      return commit(
          refused(
              row,
              Reservation.refused(
                  asked.reservationId(), Why.tooManyArticles(Basket.ARTICLES_MAX))));
    Shelves shelves = Shelves.look(rows, basket.quantities().keySet());
    Reservation made = basket.from(shelves, asked.reservationId());
    return shelves.moved(made.lines(), Stock::reserve, commit(answer(row, made)));
  }

  private Commit confirm(ConfirmStock asked) {
    String id = asked.reservationId();
    Row<Reservation> row = row(id);
    Reservation known = row.value().orElseGet(() -> Reservation.refused(id, Why.NOT_RESERVED));
    return switch (known.state()) {
      case RESERVED ->
          Shelves.of(rows, known)
              .moved(known.lines(), Stock::sell, commit(confirmed(row, known.confirmed())));
      case CONFIRMED -> commit(confirmed(row, known));
      case REFUSED, RELEASED -> commit(refused(row, known));
    };
  }

  /** What was sold goes back as well; what was never reserved, or refused, never will be. */
  private Commit release(ReleaseStock asked) {
    String id = asked.reservationId();
    Row<Reservation> row = row(id);
    Reservation known = row.value().orElseGet(() -> Reservation.releasedBefore(id));
    return switch (known.state()) {
      case RESERVED -> released(row, known, Stock::release);
      case CONFIRMED -> released(row, known, Stock::takeBack);
      case REFUSED, RELEASED -> commit(released(row, known));
    };
  }

  private Commit released(Row<Reservation> row, Reservation known, Shelves.Move move) {
    return Shelves.of(rows, known)
        .moved(known.lines(), move, commit(released(row, known.released())));
  }

  private static Draft<Reservation> answer(Row<Reservation> row, Reservation known) {
    return switch (known.state()) {
      case RESERVED, CONFIRMED -> row.put(known).saying(STOCK_RESERVED, known.promise());
      case REFUSED, RELEASED -> refused(row, known);
    };
  }

  private static Draft<Reservation> confirmed(Row<Reservation> row, Reservation known) {
    return row.put(known).saying(STOCK_CONFIRMED, new StockConfirmed(known.id()));
  }

  private static Draft<Reservation> released(Row<Reservation> row, Reservation known) {
    return row.put(known).saying(STOCK_RELEASED, new StockReleased(known.id()));
  }

  private static Draft<Reservation> refused(Row<Reservation> row, Reservation known) {
    return row.put(known).saying(STOCK_REFUSED, known.refusal());
  }

  private Row<Reservation> row(String id) {
    return rows.at(RESERVATION, id);
  }
}
