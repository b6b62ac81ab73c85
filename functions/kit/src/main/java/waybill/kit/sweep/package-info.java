/** A service goes through its table: what is unsent is sent again, and the books are stated. */
@NullMarked
package waybill.kit.sweep;

import org.jspecify.annotations.NullMarked;
