/** A way to what the functions of payments keep to themselves. */
@NullMarked
package waybill.payments;

import org.jspecify.annotations.NullMarked;
