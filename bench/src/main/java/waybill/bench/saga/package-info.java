/** Sagas from their beginning to their end, on the emulators and in one thread. */
@NullMarked
package waybill.bench.saga;

import org.jspecify.annotations.NullMarked;
