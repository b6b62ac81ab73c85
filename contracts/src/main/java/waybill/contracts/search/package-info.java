/**
 * Looks for a value of which some formulas are true. What it finds may be tried; that there is none
 * is a proof.
 */
@NullMarked
package waybill.contracts.search;

import org.jspecify.annotations.NullMarked;
