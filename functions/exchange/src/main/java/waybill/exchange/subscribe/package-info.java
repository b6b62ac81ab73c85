/** Who gets what, at which version and by which way. */
@NullMarked
package waybill.exchange.subscribe;

import org.jspecify.annotations.NullMarked;
