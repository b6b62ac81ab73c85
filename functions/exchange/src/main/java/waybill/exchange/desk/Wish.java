package waybill.exchange.desk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeskOrder.Order;

/**
 * What somebody wants done about a parked key.
 *
 * @param about the first of the key as it was seen, or the expired one before it
 * @param data of an edit, and only of one
 */
record Wish(Order order, MessageId about, String reason, String by, @Nullable JsonNode data) {}
