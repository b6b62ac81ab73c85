/** What invokes functions by itself: queues, table streams and schedules, under Lambda's rules. */
@NullMarked
package waybill.local.trigger;

import org.jspecify.annotations.NullMarked;
