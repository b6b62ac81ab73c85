package waybill.contracts.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of orders, and the cursor of the next if there is one. */
public record OrderList(List<OrderView> items, @Nullable String cursor) {}
