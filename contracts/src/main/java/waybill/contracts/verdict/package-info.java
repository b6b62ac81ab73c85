/**
 * Whether one schema accepts all that another accepts: proved, refuted by a witness, or not known.
 * Needs nothing but the two schemas.
 */
@NullMarked
package waybill.contracts.verdict;

import org.jspecify.annotations.NullMarked;
