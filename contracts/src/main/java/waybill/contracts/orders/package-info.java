/** The contracts that {@code orders} owns, as Java sees them. */
@NullMarked
package waybill.contracts.orders;

import org.jspecify.annotations.NullMarked;
