/**
 * Functions as Lambda runs them: loaded from their archives, one invocation per instance at a time.
 */
@NullMarked
package waybill.local.function;

import org.jspecify.annotations.NullMarked;
