/** A way to what the functions of orders keep to themselves. */
@NullMarked
package waybill.orders;

import org.jspecify.annotations.NullMarked;
