/** The contracts that {@code sagas} owns, as Java sees them. */
@NullMarked
package waybill.contracts.sagas;

import org.jspecify.annotations.NullMarked;
