/**
 * What a JSON Schema says, as a formula: the same whatever keywords it was said with. Formulas are
 * interned, so that what is written alike in two schemas is one formula.
 */
@NullMarked
package waybill.contracts.logic;

import org.jspecify.annotations.NullMarked;
