/**
 * Regular expressions as sets of texts: which text is in this one and not in that one, or why there
 * is none. A text is a row of code points, without surrogates.
 */
@NullMarked
package waybill.contracts.text;

import org.jspecify.annotations.NullMarked;
