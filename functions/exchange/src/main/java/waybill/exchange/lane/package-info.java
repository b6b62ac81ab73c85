/**
 * Where the exchange itself keeps the order: one key after the other, for those without an inbox of
 * ours.
 */
@NullMarked
package waybill.exchange.lane;

import org.jspecify.annotations.NullMarked;
