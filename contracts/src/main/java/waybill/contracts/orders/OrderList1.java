package waybill.contracts.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of orders as they were shown before they had a total. */
public record OrderList1(List<OrderView1> items, @Nullable String cursor) {}
