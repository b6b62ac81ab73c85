/**
 * The emulated tables and queues, and the gate before them that enforces each function's policies.
 */
@NullMarked
package waybill.local.aws;

import org.jspecify.annotations.NullMarked;
