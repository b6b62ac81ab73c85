package waybill.inventory;

import static waybill.inventory.Stock.STOCK;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.inventory.PricedLine;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** Some articles as they were found, to be decided about and written together. */
record Shelves(Map<String, Row<Stock>> rows) {

  /** How one article changes when so many of it are moved. */
  interface Move {
    Stock of(Stock stock, int quantity);
  }

  static Shelves look(Rows rows, Collection<String> skus) {
    Map<String, Row<Stock>> found = new LinkedHashMap<>();
    for (String sku : skus) found.computeIfAbsent(sku, wanted -> rows.at(STOCK, wanted));
    return new Shelves(found);
  }

  static Shelves of(Rows rows, Reservation reservation) {
    return look(rows, reservation.lines().stream().map(PricedLine::sku).toList());
  }

  Optional<Stock> find(String sku) {
    return row(sku).value();
  }

  Stock of(String sku) {
    return find(sku).orElseThrow(() -> new IllegalStateException(sku + " is gone"));
  }

  Commit moved(List<PricedLine> lines, Move move, Commit commit) {
    Commit all = commit;
    for (PricedLine line : lines)
      all = all.and(row(line.sku()).put(move.of(of(line.sku()), line.quantity())));
    return all;
  }

  private Row<Stock> row(String sku) {
    Row<Stock> row = rows.get(sku);
    if (row == null) throw new IllegalStateException("nobody looked for " + sku);
    return row;
  }
}
