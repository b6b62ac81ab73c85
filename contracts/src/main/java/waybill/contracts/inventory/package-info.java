/** The contracts that {@code inventory} owns, as Java sees them. */
@NullMarked
package waybill.contracts.inventory;

import org.jspecify.annotations.NullMarked;
