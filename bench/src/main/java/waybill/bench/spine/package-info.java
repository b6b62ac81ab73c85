/** One that speaks, the exchange, and those that listen, on the emulators and in one thread. */
@NullMarked
package waybill.bench.spine;

import org.jspecify.annotations.NullMarked;
