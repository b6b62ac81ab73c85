/** A way to what the contracts library keeps to itself. */
@NullMarked
package waybill.contracts;

import org.jspecify.annotations.NullMarked;
