/** The contracts that {@code exchange} owns, as Java sees them. */
@NullMarked
package waybill.contracts.exchange;

import org.jspecify.annotations.NullMarked;
