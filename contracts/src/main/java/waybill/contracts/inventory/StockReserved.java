package waybill.contracts.inventory;

import java.util.List;
import waybill.contracts.payments.Money;

/** All of it is set aside, at these prices. */
public record StockReserved(String reservationId, List<PricedLine> lines, Money total) {}
