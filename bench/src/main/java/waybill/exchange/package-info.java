/** A way to what the exchange's functions keep to themselves. */
@NullMarked
package waybill.exchange;

import org.jspecify.annotations.NullMarked;
