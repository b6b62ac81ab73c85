/** What {@code waybill up} does under load, seen from outside. */
@NullMarked
package waybill.bench.up;

import org.jspecify.annotations.NullMarked;
