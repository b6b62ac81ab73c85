package waybill.inventory;

import static waybill.contracts.inventory.InventoryContracts.PUT_STOCK;
import static waybill.contracts.inventory.InventoryContracts.STOCK;
import static waybill.inventory.InventoryProblem.BAD_SKU;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.put;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;

import java.util.Optional;
import waybill.contracts.inventory.PutStock;
import waybill.contracts.inventory.StockView;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What inventory answers. */
final class InventoryApi {
  private final Rows rows;

  InventoryApi(Rows rows) {
    this.rows = rows;
  }

  Routes routes() {
    return Routes.of(
        put("/stock/{sku}", PUT_STOCK, STOCK, this::set).patient(),
        get("/stock/{sku}", STOCK, this::show));
  }

  Answer<StockView> set(Request<PutStock> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators put stock"));
    String sku = request.path("sku");
    if (!Stock.isSku(sku))
      return refused(BAD_SKU.because("1 to 64 of letters, digits, dot, underscore and hyphen"));
    Row<Stock> row = rows.at(Stock.STOCK, sku);
    Optional<Stock> before = row.value();
    if (before.isEmpty()) {
      Stock stock = Stock.put(sku, request.body());
      return created("/stock/" + sku, stock.view(), commit(row.put(stock)));
    }
    Stock after = before.get().changed(request.body());
    return after.equals(before.get()) ? ok(after.view()) : ok(after.view(), commit(row.put(after)));
  }

  Answer<StockView> show(Request<Nothing> request) {
    if (request.caller().sort() == Caller.Sort.NOBODY)
      return refused(FORBIDDEN.because("stock is shown to whoever is signed in"));
    Optional<Stock> stock =
        Optional.of(request.path("sku"))
            .filter(Stock::isSku)
            .flatMap(sku -> rows.find(Stock.STOCK, sku));
    return stock.isPresent()
        ? ok(stock.get().view())
        : refused(NOT_FOUND.because("no such article"));
  }
}
