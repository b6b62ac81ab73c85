/** What is asked of AWS, counted at its SDK, and the units that it takes for that. */
@NullMarked
package waybill.bench.count;

import org.jspecify.annotations.NullMarked;
