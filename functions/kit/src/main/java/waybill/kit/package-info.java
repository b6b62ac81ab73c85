/** What every service shares: who it is, where its table and queues are, what time it is. */
@NullMarked
package waybill.kit;

import org.jspecify.annotations.NullMarked;
