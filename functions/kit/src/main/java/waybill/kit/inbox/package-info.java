/** From the exchange into the table: each message once, in order, or visibly parked. */
@NullMarked
package waybill.kit.inbox;

import org.jspecify.annotations.NullMarked;
