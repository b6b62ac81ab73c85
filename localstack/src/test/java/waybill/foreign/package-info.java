/** Emulators that are not this machine's own: other processes, other regions, other hosts. */
@NullMarked
package waybill.foreign;

import org.jspecify.annotations.NullMarked;
