/** The contracts that {@code payments} owns, as Java sees them. */
@NullMarked
package waybill.contracts.payments;

import org.jspecify.annotations.NullMarked;
