/** Services subscribe, change what they get, and leave. */
@NullMarked
package waybill.exchange.join;

import org.jspecify.annotations.NullMarked;
