/** A service's worker: its queue, its table's stream and its schedules in one function. */
@NullMarked
package waybill.kit.worker;

import org.jspecify.annotations.NullMarked;
