package waybill.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waybill.contracts.inventory.PricedLine;
import waybill.contracts.inventory.StockLine;
import waybill.contracts.payments.Money;
import waybill.kit.Limits;

/** How many of which articles somebody wants: each article once, in the order of the lines. */
record Basket(Map<String, Integer> quantities) {
  /** Each article is an item of the commit that sets it aside, and the reservation is one more. */
  static final int ARTICLES_MAX = Limits.EFFECT_ITEMS_MAX - 1;

  static Basket of(List<StockLine> lines) {
    Map<String, Integer> quantities = new LinkedHashMap<>();
    for (StockLine line : lines) quantities.merge(line.sku(), line.quantity(), Integer::sum);
    return new Basket(quantities);
  }

  boolean isTooManifold() {
    return quantities.size() > ARTICLES_MAX;
  }

  /** All of it or nothing, at the prices of this moment. */
  Reservation from(Shelves shelves, String reservation) {
    return refusedBy(shelves)
        .map(why -> Reservation.refused(reservation, why))
        .orElseGet(() -> Reservation.reserved(reservation, lines(shelves), total(shelves)));
  }

  private Optional<Why> refusedBy(Shelves shelves) {
    for (String sku : quantities.keySet())
      if (shelves.find(sku).isEmpty()) return Optional.of(Why.unknown(sku));
    if (quantities.keySet().stream().map(sku -> currency(shelves, sku)).distinct().count() > 1)
      return Optional.of(Why.MIXED_CURRENCIES);
    for (String sku : quantities.keySet())
      if (shelves.of(sku).free() < wanted(sku)) return Optional.of(Why.only(shelves.of(sku)));
    if (total(shelves).amount() > Money.AMOUNT_MAX) return Optional.of(Why.TOO_EXPENSIVE);
    return Optional.empty();
  }

  private List<PricedLine> lines(Shelves shelves) {
    return quantities.keySet().stream()
        .map(sku -> new PricedLine(sku, wanted(sku), shelves.of(sku).price()))
        .toList();
  }

  /** A hundred lines of 9,999 at the highest price are a ninth of what a long holds. */
  private Money total(Shelves shelves) {
    long amount = 0;
    for (String sku : quantities.keySet()) amount += wanted(sku) * shelves.of(sku).price().amount();
    return new Money(amount, currency(shelves, quantities.keySet().iterator().next()));
  }

  private int wanted(String sku) {
    return quantities.getOrDefault(sku, 0);
  }

  private static String currency(Shelves shelves, String sku) {
    return shelves.of(sku).price().currency();
  }
}
