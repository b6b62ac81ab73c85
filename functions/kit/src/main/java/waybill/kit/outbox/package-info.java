/** From the table to the exchange: what was committed is sent until it was routed. */
@NullMarked
package waybill.kit.outbox;

import org.jspecify.annotations.NullMarked;
